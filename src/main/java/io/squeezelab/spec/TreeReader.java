package io.squeezelab.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Reads one YAML or JSON text. Nothing in it can name a class, refer to another part of it or grow
 * while it is read; what two versions of YAML read differently is refused.
 */
final class TreeReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 100;

  private final String name;
  private final int most;
  private final YAMLParser parser;

  /** From the innermost value to the root; joined to a path only where one is shown. */
  private final Deque<String> within = new ArrayDeque<>();

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
    try (YAMLParser parser = Tokens.of(SourceText.visible(name, text))) {
      TreeReader reader = new TreeReader(name, parser, most);
      JsonNode root = reader.root();
      return new Read(root, reader.top);
    } catch (JsonProcessingException e) {
      throw Malformed.at(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode root() throws IOException {
    JsonToken first = parser.nextToken();
    top = first == null ? new Mark(name, 0) : here();
    if (first == null) {
      return NODES.missingNode();
    }
    JsonNode root = value(first, top);
    if (parser.nextToken() != null) {
      throw refused("a second document starts here; one is allowed");
    }
    return root;
  }

  private Mark here() throws IOException {
    return new Mark(name, parser.currentTokenLocation().getLineNr());
  }

  private BadInput refused(String what) throws IOException {
    String path = "";
    for (String key : (Iterable<String>) within::descendingIterator) {
      path = Problem.join(path, key);
    }
    return new BadInput(here() + (path.isEmpty() ? "" : path + ": ") + what);
  }

  private JsonNode value(JsonToken token, Mark mark) throws IOException {
    if (parser.isCurrentAlias()) {
      String alias = "*" + parser.getText() + " is a YAML alias, which is not read";
      throw refused(alias + "; write the value out");
    }
    if (parser.getTypeId() != null) {
      String type = parser.getTypeId().toString().replace("tag:yaml.org,2002:", "!!");
      throw refused("the YAML tag " + type + " is not read; write the value, a text in quotes");
    }
    boolean deep = within.size() > DEEPEST;
    if (deep || ++count > most) {
      within.clear();
      String many = "more than " + most + " values; no file needs so many";
      throw refused(deep ? "values are nested more than " + DEEPEST + " deep here" : many);
    }
    return switch (token) {
      case START_OBJECT -> object(mark);
      case START_ARRAY -> array(mark);
      default -> {
        String text = parser.getText();
        yield checked(() -> Plain.read(token, text));
      }
    };
  }

  private <T> T checked(Supplier<T> read) throws IOException {
    try {
      return read.get();
    } catch (Problem problem) {
      throw refused(problem.getMessage());
    }
  }

  private ObjectNode object(Mark mark) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      Mark its = here();
      within.push(Plain.shown(field));
      checked(() -> Plain.name(field));
      if (object.has(field)) {
        int first = mark.get(field).line();
        String both = first == its.line() ? "in this line" : "here and in line " + first;
        throw refused("the field stands twice, " + both + "; once is allowed");
      }
      mark.put(field, its);
      object.set(field, value(parser.nextToken(), its));
      within.pop();
    }
    return object;
  }

  private ArrayNode array(Mark mark) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      String key = "[" + array.size() + "]";
      within.push(key);
      mark.put(key, here());
      array.add(value(t, mark.get(key)));
      within.pop();
    }
    return array;
  }
}
