package io.squeezelab.cli;

import io.squeezelab.spec.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sources say of a type, as Markdown.
 *
 * @param text its description
 * @param fields its components, by their names in files
 */
record Javadoc(String text, Map<String, String> fields) {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Pattern PARAM = Pattern.compile("@param (\\w+) ((?:[^@]|(?<=\\{)@)*)");

  static Javadoc of(Class<?> type) {
    Class<?> outer = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
    Path file = MAIN.resolve(outer.getName().replace('.', '/') + ".java");
    if (!Files.exists(file)) {
      return new Javadoc("", Map.of());
    }
    try {
      return parse(comment(Files.readString(file), type.getSimpleName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The comment nearest before the declaration. */
  private static String comment(String source, String name) {
    Matcher declared =
        Pattern.compile("\\b(?:record|interface|class) " + name + "\\b[\\s(]").matcher(source);
    if (!declared.find()) {
      return "";
    }
    int start = source.lastIndexOf("/**", declared.start());
    int end = source.indexOf("*/", start);
    boolean its = start >= 0 && source.substring(end, declared.start()).indexOf('}') < 0;
    return its ? source.substring(start + 3, end).replaceAll("(?m)^\\s*\\* ?", "") : "";
  }

  private static Javadoc parse(String comment) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher params = PARAM.matcher(comment);
    while (params.find()) {
      fields.put(Names.kebab(params.group(1)), markdown(params.group(2)));
    }
    String text = comment.split("(?m)^@(?:param|return|throws) ")[0];
    return new Javadoc(markdown(text), fields);
  }

  private static String markdown(String html) {
    return html.replaceAll("(?s)<pre>.*?</pre>", "")
        .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
        .replaceAll("\\{@link\\s+(?:[\\w.]*[.#])?(\\w+)[^}]*}", "`$1`")
        .replaceAll("\\s+", " ")
        .replaceAll("\\s*<p>\\s*", "\n\n")
        .strip();
  }
}
