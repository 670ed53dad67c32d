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
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A YAML (or JSON) text as a tree that remembers on which line each field stands, so that a {@link
 * Problem} can be shown to its author.
 */
public final class Document {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();
  private JsonNode root;

  private Document(String name) {
    this.name = name;
  }

  public static Document read(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInput(file + " is a folder; a file is needed");
    }
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new BadInput("no such file: " + file, e);
    } catch (MalformedInputException e) {
      throw new BadInput(file + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + e, e);
    }
  }

  /**
   * @param name what to call the text in messages; empty for a text given on the command line
   */
  public static Document parse(String name, String text) {
    Document document = new Document(name);
    try (YAMLParser parser = FACTORY.createParser(text)) {
      document.root = document.value(parser, parser.nextToken(), "");
      if (parser.nextToken() != null) {
        int line = parser.currentTokenLocation().getLineNr();
        throw new BadInput(document.at(line) + "a second document starts here; one is allowed");
      }
      return document;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String what = e.getOriginalMessage().lines().findFirst().orElse("cannot be parsed");
      throw new BadInput(document.at(line) + "not well-formed YAML: " + what, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode root() {
    return root;
  }

  public String name() {
    return name;
  }

  /** The problem as a message with file, line and field. */
  public BadInput explain(Problem problem) {
    String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
    return new BadInput(at(line(problem.path())) + field + problem.getMessage(), problem);
  }

  /** Of the field at this path, or of the nearest above; there, of a {@link Fields} further in. */
  private int line(String path) {
    for (String p = path; !p.isEmpty(); p = parent(p)) {
      if (lines.containsKey(p)) {
        return lines.getOrDefault(Problem.join(p, Fields.last(path)), lines.get(p));
      }
    }
    return lines.getOrDefault("", 0);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }

  private String at(int line) {
    if (name.isEmpty()) {
      return "";
    }
    return line > 0 ? name + ":" + line + ": " : name + ": ";
  }

  private JsonNode value(YAMLParser parser, JsonToken token, String path) throws IOException {
    if (token == null) {
      return JsonNodeFactory.instance.missingNode();
    }
    int line = parser.currentTokenLocation().getLineNr();
    lines.putIfAbsent(path, line);
    if (parser.isCurrentAlias()) {
      String alias = "*" + parser.getText() + " is a YAML alias, which is not read";
      throw new BadInput(at(line) + path + ": " + alias + "; write the value out");
    }
    return switch (token) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE ->
          JsonNodeFactory.instance.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
      default -> JsonNodeFactory.instance.textNode(parser.getText());
    };
  }

  private ObjectNode object(YAMLParser parser, String path) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      String where = Problem.join(path, field);
      if (object.has(field)) {
        throw new BadInput(at(line) + where + ": the field stands twice; once is allowed");
      }
      lines.put(where, line);
      object.set(field, value(parser, parser.nextToken(), where));
    }
    return object;
  }

  private ArrayNode array(YAMLParser parser, String path) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      array.add(value(parser, t, path + "[" + array.size() + "]"));
    }
    return array;
  }
}
