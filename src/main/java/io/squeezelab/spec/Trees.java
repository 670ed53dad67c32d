package io.squeezelab.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The one place that owns Jackson's mappers: text to trees, trees to text. */
public final class Trees {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();
  private static final ObjectReader INNER =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .stringQuotingChecker(new Quoting())
                  .build())
          .build();

  private static final Map<String, JsonNode> STANDARD = new ConcurrentHashMap<>();

  private Trees() {}

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  public static ArrayNode list() {
    return JSON.createArrayNode();
  }

  /** Reads one JSON value; a {@link BadInput} says where it is malformed. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadInput("malformed JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The value at which a parser stands. */
  static JsonNode next(JsonParser parser) throws IOException {
    return INNER.readTree(parser);
  }

  /** Reads YAML (and so JSON) given in passing: a default, an option, a preset. */
  public static JsonNode yaml(String text) {
    return Document.parse("", text).root();
  }

  /** The value of a {@link Default}; read once, since thousands of records ask for the same few. */
  static JsonNode standard(Default otherwise) {
    return STANDARD.computeIfAbsent(otherwise.value(), Trees::yaml).deepCopy();
  }

  /** Reads a resource beside {@code owner}, or gives an empty object where there is none. */
  public static JsonNode resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      return in == null ? object() : YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A number as it prints: 0.9, 5.0, NaN and the infinities as text, since JSON has none. One
   * double always gives one node, whether it was written 1, 1.0 or 1e0.
   */
  public static JsonNode number(double value) {
    return Double.isFinite(value)
        ? JSON.getNodeFactory().numberNode(value)
        : JSON.getNodeFactory().textNode(Double.toString(value));
  }

  /** JSON on one line, fields in the order of the tree. */
  public static String print(JsonNode tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON over several lines, for people. */
  public static String pretty(JsonNode tree) {
    try {
      return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String printYaml(JsonNode tree) {
    try {
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON on one line with sorted fields: equal trees give equal text. */
  public static String canonical(JsonNode tree) {
    return print(sorted(tree));
  }

  private static JsonNode sorted(JsonNode tree) {
    if (tree.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      tree.properties().forEach(f -> fields.put(f.getKey(), sorted(f.getValue())));
      ObjectNode object = object();
      fields.forEach(object::set);
      return object;
    }
    if (tree.isArray()) {
      ArrayNode array = list();
      tree.forEach(item -> array.add(sorted(item)));
      return array;
    }
    return tree;
  }
}
