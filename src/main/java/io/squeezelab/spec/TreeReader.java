package io.squeezelab.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads one YAML or JSON text. Nothing in it can name a class, refer to another part of it or grow
 * while it is read; what two versions of YAML read differently is refused.
 */
final class TreeReader {
  private static final YAMLFactory FACTORY = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 100;

  private final String name;
  private final int most;
  private final YAMLParser parser;
  private int count;
  private Mark top;

  private TreeReader(String name, YAMLParser parser, int most) {
    this.name = name;
    this.parser = parser;
    this.most = most;
  }

  /**
   * A tree and its places.
   *
   * @param root missing where the text is empty
   */
  record Read(JsonNode root, Mark top) {}

  /**
   * @param most values that a text may have
   */
  static Read read(String name, String text, int most) {
    try (YAMLParser parser = FACTORY.createParser(SourceText.visible(name, text))) {
      TreeReader reader = new TreeReader(name, parser, most);
      JsonNode root = reader.root();
      return new Read(root, reader.top);
    } catch (JsonProcessingException e) {
      throw malformed(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BadInput malformed(String name, JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    String what = e.getOriginalMessage().lines().findFirst().orElse("cannot be parsed");
    if (e.getCause() instanceof MarkedYAMLException why) {
      line = why.getProblemMark() == null ? line : why.getProblemMark().getLine() + 1;
      String during = why.getContext() == null ? "" : "; " + why.getContext();
      boolean elsewhere = why.getContextMark() != null && why.getContextMark().getLine() + 1 < line;
      String from = elsewhere ? " of line " + (why.getContextMark().getLine() + 1) : "";
      what = why.getProblem() + during + from;
    } else if (what.startsWith("Expected a field name")) {
      what = "a field's name must be a plain text";
    }
    return new BadInput(new Mark(name, line) + "not well-formed YAML: " + what, e);
  }

  private JsonNode root() throws IOException {
    JsonToken first = parser.nextToken();
    top = first == null ? new Mark(name, 0) : here();
    if (first == null) {
      return NODES.missingNode();
    }
    JsonNode root = value(first, top, "", 0);
    if (parser.nextToken() != null) {
      throw refused("", "a second document starts here; one is allowed");
    }
    return root;
  }

  private Mark here() throws IOException {
    return new Mark(name, parser.currentTokenLocation().getLineNr());
  }

  private BadInput refused(String path, String what) throws IOException {
    return new BadInput(here() + (path.isEmpty() ? "" : path + ": ") + what);
  }

  private JsonNode value(JsonToken token, Mark mark, String path, int depth) throws IOException {
    if (parser.isCurrentAlias()) {
      String alias = "*" + parser.getText() + " is a YAML alias, which is not read";
      throw refused(path, alias + "; write the value out");
    }
    if (parser.getTypeId() != null) {
      String tag = "the YAML tag " + parser.getTypeId() + " is not read";
      throw refused(path, tag + "; write the value alone, a text in quotes");
    }
    if (depth > DEEPEST) {
      throw refused("", "values are nested more than " + DEEPEST + " deep here");
    }
    if (++count > most) {
      throw refused("", "more than " + most + " values; no file needs so many");
    }
    return switch (token) {
      case START_OBJECT -> object(mark, path, depth);
      case START_ARRAY -> array(mark, path, depth);
      default -> {
        try {
          yield Plain.read(token, parser.getText());
        } catch (Problem problem) {
          throw refused(path, problem.getMessage());
        }
      }
    };
  }

  private ObjectNode object(Mark mark, String path, int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      Mark its = here();
      String where = Problem.join(path, field);
      if (object.has(field)) {
        int first = mark.get(field).line();
        String both = first == its.line() ? "in this line" : "here and in line " + first;
        throw refused(where, "the field stands twice, " + both + "; once is allowed");
      }
      mark.put(field, its);
      object.set(field, value(parser.nextToken(), its, where, depth + 1));
    }
    return object;
  }

  private ArrayNode array(Mark mark, String path, int depth) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      String key = "[" + array.size() + "]";
      mark.put(key, here());
      array.add(value(t, mark.get(key), path + key, depth + 1));
    }
    return array;
  }
}
