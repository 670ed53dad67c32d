package io.squeezelab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One stored run of a published module, and how it is written in our grammar.
 *
 * @param test its entry in the index
 * @param form the entry of {@code map/<module>.yaml} that fits it
 */
public record ParityCase(JsonNode test, JsonNode form) {
  private static final double CLOSE = 1e-5;
  private static final String FOLDER = "/parity/attention/";

  static Stream<JsonNode> index() {
    JsonNode index = Trees.resource(ParityCase.class, FOLDER + "index.json");
    return StreamSupport.stream(index.get("cases").spliterator(), false);
  }

  /** Those whose module has been mapped. */
  public static Stream<ParityCase> all() {
    return index().flatMap(test -> of(test).stream());
  }

  static Optional<ParityCase> of(JsonNode test) {
    String map = FOLDER + "map/" + test.get("module").asText() + ".yaml";
    if (ParityCase.class.getResource(map) == null) {
      return Optional.empty();
    }
    JsonNode forms = Trees.resource(ParityCase.class, map);
    return StreamSupport.stream(forms.spliterator(), false)
        .filter(form -> fits(test, form.path("when")))
        .findFirst()
        .map(form -> new ParityCase(test, form));
  }

  private static boolean fits(JsonNode test, JsonNode when) {
    return when.properties().stream()
        .allMatch(
            wanted -> {
              JsonNode held =
                  wanted.getKey().equals("variant")
                      ? test.get("variant")
                      : test.get("args").path(wanted.getKey());
              return held.equals(wanted.getValue())
                  || held.isValueNode()
                      && held.asText(held.toString()).equals(wanted.getValue().asText());
            });
  }

  public String name() {
    return test.get("name").asText();
  }

  public Tensors tensors() {
    return Tensors.read(FOLDER + test.get("file").asText());
  }

  /** The module, in our grammar. */
  public String grammar() {
    String text = form.get("attention").asText();
    for (Map.Entry<String, JsonNode> arg : test.get("args").properties()) {
      text = text.replaceAll("\\$" + arg.getKey() + "\\b", arg.getValue().asText());
    }
    return text;
  }

  public Attention attention() {
    return Bind.inline(Attention.class, grammar());
  }

  /**
   * How far numbers may be apart, of the largest number of a tensor. A form that says another
   * tolerance says why.
   */
  public double tolerance() {
    return form.path("tolerance").asDouble(CLOSE);
  }

  /** Their names to ours. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    form.path("names").properties().forEach(n -> names.put(n.getKey(), n.getValue().asText()));
    return names;
  }
}
