package io.squeezelab.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What a parser has to say of a text that is no YAML, in one line. */
final class Malformed {
  private Malformed() {}

  static BadInput at(String name, JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    String what = e.getOriginalMessage().lines().findFirst().orElse("cannot be parsed");
    if (e.getCause() instanceof MarkedYAMLException why) {
      line = line(why.getProblemMark(), line);
      what = why.getProblem().replaceFirst("\\. \\(Do not use [^\\\\].*", "") + during(why, line);
    } else if (what.startsWith("Expected a field name")) {
      what = "a field's name must be a plain text";
    }
    return new BadInput(new Mark(name, line) + "not well-formed YAML: " + what, e);
  }

  private static int line(org.yaml.snakeyaml.error.Mark mark, int otherwise) {
    return mark == null ? otherwise : mark.getLine() + 1;
  }

  /** The beginning may be far above. */
  private static String during(MarkedYAMLException why, int line) {
    if (why.getContext() == null || why.getContextMark() == null) {
      return "";
    }
    int from = line(why.getContextMark(), line);
    return "; " + why.getContext() + (from < line ? " of line " + from : "");
  }
}
