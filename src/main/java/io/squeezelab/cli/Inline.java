package io.squeezelab.cli;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/** Values given on the command line: a name, a file, or inline YAML or JSON. */
final class Inline {
  private Inline() {}

  static <T> T read(Class<T> type, String text) {
    boolean file = text.matches(".*\\.(ya?ml|json)") && Files.isRegularFile(Path.of(text));
    if (!file) {
      return Bind.inline(type, text);
    }
    Document document = Document.read(Path.of(text));
    try {
      return Bind.read(type, document.root());
    } catch (Problem problem) {
      throw document.explain(problem);
    }
  }

  static Dims dims(String text) {
    try {
      return Dims.parse(text);
    } catch (Problem problem) {
      throw new BadInput("--input " + problem.getMessage(), problem);
    }
  }
}
