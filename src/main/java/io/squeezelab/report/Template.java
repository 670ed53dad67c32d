package io.squeezelab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Text with places to fill: <code>{{name}}</code> is replaced by an escaped value, <code>
 * {{&amp;name}}</code> by the value as it is; what stands between <code>{{#name}}</code> and <code>
 * {{/name}}</code> is repeated for each map of a list, or kept if a boolean is true; between <code>
 * {{^name}}</code> and <code>{{/name}}</code> it is kept where the list is empty, or the boolean
 * false. Inner maps see the values of outer ones. A name without a value is an error.
 */
final class Template {
  private static final Pattern TAG = Pattern.compile("\\{\\{([#^/&]?)([a-z0-9-]+)}}");
  private static final Pattern OWN_LINE =
      Pattern.compile("(?m)^[ \\t]*(\\{\\{[#^/][a-z0-9-]+}})[ \\t]*\\n");

  private final List<Part> parts;
  private final UnaryOperator<String> escape;

  private interface Part {
    void fill(Scope scope, StringBuilder out);
  }

  private record Scope(Map<String, ?> values, Scope outer) {
    Object get(String name) {
      if (values.containsKey(name)) {
        return values.get(name);
      }
      if (outer == null) {
        throw new IllegalStateException("the template asks for '" + name + "', which has no value");
      }
      return outer.get(name);
    }

    /** The scopes in which a section's inside is filled. */
    List<Scope> inside(String name) {
      Object value = get(name);
      if (value instanceof Boolean kept) {
        return kept ? List.of(this) : List.of();
      }
      List<Scope> scopes = new ArrayList<>();
      for (Object item : (List<?>) value) {
        @SuppressWarnings("unchecked")
        Map<String, ?> values = (Map<String, ?>) item;
        scopes.add(new Scope(values, this));
      }
      return scopes;
    }
  }

  Template(String text, UnaryOperator<String> escape) {
    this.escape = escape;
    String source = OWN_LINE.matcher(text).replaceAll("$1");
    Iterator<MatchResult> tags = TAG.matcher(source).results().iterator();
    int[] at = {0};
    parts = parse(source, at, tags, "");
  }

  /** A template beside this class. */
  static Template resource(String name, UnaryOperator<String> escape) {
    return new Template(text(name), escape);
  }

  /** A template of HTML beside this class. */
  static Template html(String name) {
    return resource(name, StringEscapeUtils::escapeXml11);
  }

  static String text(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String fill(Map<String, ?> values) {
    StringBuilder out = new StringBuilder();
    Scope scope = new Scope(values, null);
    parts.forEach(p -> p.fill(scope, out));
    return out.toString();
  }

  /** Reads up to the end of the section {@code open}; {@code at} is where reading has come to. */
  private List<Part> parse(String source, int[] at, Iterator<MatchResult> tags, String open) {
    List<Part> parts = new ArrayList<>();
    while (tags.hasNext()) {
      MatchResult tag = tags.next();
      String before = source.substring(at[0], tag.start());
      at[0] = tag.end();
      parts.add((scope, out) -> out.append(before));
      String name = tag.group(2);
      switch (tag.group(1)) {
        case "" -> parts.add((scope, out) -> out.append(escape.apply(value(scope, name))));
        case "&" -> parts.add((scope, out) -> out.append(value(scope, name)));
        case "#" -> parts.add(each(name, parse(source, at, tags, name)));
        case "^" -> parts.add(without(name, parse(source, at, tags, name)));
        default -> {
          check(name.equals(open), "{{/" + name + "}} closes '" + open + "'");
          return parts;
        }
      }
    }
    check(open.isEmpty(), "{{#" + open + "}} is not closed");
    String rest = source.substring(at[0]);
    parts.add((scope, out) -> out.append(rest));
    return parts;
  }

  private static Part each(String name, List<Part> inside) {
    return (scope, out) -> scope.inside(name).forEach(s -> inside.forEach(p -> p.fill(s, out)));
  }

  private static Part without(String name, List<Part> inside) {
    return (scope, out) -> {
      if (scope.inside(name).isEmpty()) {
        inside.forEach(p -> p.fill(scope, out));
      }
    };
  }

  private static String value(Scope scope, String name) {
    return scope.get(name).toString();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
