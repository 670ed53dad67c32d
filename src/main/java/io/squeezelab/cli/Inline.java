package io.squeezelab.cli;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Specimen;
import java.nio.file.Path;

/** Values given on the command line: a name, a file, or inline YAML or JSON. */
final class Inline {
  private Inline() {}

  /**
   * @param option what was given the text, for messages: {@code --attention}
   */
  static <T> T read(Class<T> type, String option, String text) {
    try {
      return isFile(text) ? file(type, text) : Bind.inline(type, text);
    } catch (BadInput wrong) {
      throw new BadInput(option + ": " + wrong.getMessage(), wrong);
    }
  }

  /** Whether it can only be meant as a file: inline collections end in a bracket. */
  private static boolean isFile(String text) {
    return text.matches(".*\\.(ya?ml|json)");
  }

  private static <T> T file(Class<T> type, String text) {
    Document document = Document.read(Path.of(text));
    try {
      return Bind.read(type, document.root());
    } catch (Problem problem) {
      throw document.explain(problem);
    }
  }

  /**
   * A module on a map of this shape.
   *
   * @param text what it was given as, for messages
   */
  static Specimen specimen(Attention module, String text, Dims map) {
    try {
      return new Specimen(module, map);
    } catch (Problem problem) {
      throw unfit("ATTENTION '" + text + "' on " + map, problem);
    }
  }

  /**
   * What cannot be built, by the name under which it was given; a placement is at fault whatever is
   * placed.
   */
  static BadInput unfit(String given, Problem problem) {
    if (problem.path().startsWith("placement")) {
      return new BadInput(problem.path() + ": " + problem.getMessage(), problem);
    }
    String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
    return new BadInput(given + ": " + field + problem.getMessage(), problem);
  }

  static Dims dims(String text) {
    try {
      return Dims.parse(text);
    } catch (Problem problem) {
      String side = problem.path().isEmpty() ? "" : problem.path() + " ";
      throw new BadInput("--input " + side + problem.getMessage(), problem);
    }
  }
}
