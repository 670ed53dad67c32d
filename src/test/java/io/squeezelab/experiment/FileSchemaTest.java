package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of experiment files against files, as an editor would hold them against it. */
class FileSchemaTest {
  private static final JsonNode TREE = FileSchema.tree();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TREE);
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");

  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]+`");

  private static final String FILE =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8}
        attention: {squeeze: avg, excite: {type: bottleneck, reduction: 4}}
        train: {epochs: 1, batch: 64, rate: {type: constant, base: 0.1}}
      """;

  static List<Error> errors(String text) {
    return SCHEMA.validate(Trees.yaml(text));
  }

  private static Stream<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    }
  }

  static Stream<Path> experiments() throws IOException {
    return files("experiments", ".yaml");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyExperimentIsValid(Path file) throws IOException {
    assertEquals(List.of(), errors(Files.readString(file)));
  }

  /** On the page of the file, or on those of modules and searches, where it sends its readers. */
  @Test
  void everyFieldIsDocumented() {
    Set<String> said = new HashSet<>();
    for (String page : List.of("experiment-file", "catalogue", "search")) {
      String text = text(Path.of("docs", page + ".md"));
      CODE.matcher(text).results().forEach(code -> said.addAll(words(code.group())));
    }
    Set<String> fields = new TreeSet<>();
    fields(TREE, fields);
    assertTrue(fields.size() > 200, fields.toString());
    fields.removeAll(said);
    assertEquals(Set.of(), fields);
  }

  private static Set<String> words(String code) {
    return Set.copyOf(List.of(code.split("[^a-z0-9-]+")).stream().distinct().toList());
  }

  /** Names of fields; a path of several is a short form of them. */
  private static void fields(JsonNode tree, Set<String> into) {
    for (Map.Entry<String, JsonNode> one : tree.properties()) {
      if (one.getKey().equals("properties")) {
        one.getValue().fieldNames().forEachRemaining(into::add);
      }
      fields(one.getValue(), into);
    }
    tree.forEach(inner -> fields(inner, into));
    into.removeIf(name -> name.contains("."));
  }

  /** Every block of the documentation that is an experiment. */
  @Test
  void documentedExamplesAreValid() throws IOException {
    List<String> pages =
        files("docs", ".md").map(FileSchemaTest::text).collect(Collectors.toList());
    pages.add(text(Path.of("README.md")));
    int found = 0;
    for (String page : pages) {
      for (String block : BLOCK.matcher(page).results().map(one -> one.group(1)).toList()) {
        if (isExperiment(block)) {
          assertEquals(List.of(), errors(block), block);
          found++;
        }
      }
    }
    assertTrue(found >= 1, "found only " + found);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isExperiment(String block) {
    try {
      return !ExperimentFileTest.read(block).arms().isEmpty();
    } catch (BadInput part) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch: 64     | bacth: 64",
        "batch: 64     | batch: 0",
        "batch: 64     | batch: many",
        "batch: 64     | batch: 64, clip: -1",
        "batch: 64     | batch: 64, select: worst",
        "batch: 64     | batch: 64, freeze: norms",
        "epochs: 1,    | ''",
        "squeeze: avg  | squeeze: agv",
        "squeeze: avg  | sqeeze: avg",
        "reduction: 4  | reduction: 0",
        "base: 0.1     | base: 0",
        "base: 0.1     | peak: 0.1",
        "constant      | constent",
        "depth: 8      | depht: 8",
        "trial:        | tril:",
        "fashion-mnist-mini | fashion",
      })
  void whatAnEditorShouldUnderline(String right, String wrong) {
    assertEquals(List.of(), errors(FILE));
    assertTrue(FILE.contains(right), right);
    assertFalse(errors(FILE.replace(right, wrong)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attention: | attention: {type: se, gate: tanh} #",
        "attention: | attention: {preset: se, reduction: 8} #",
        "attention: | attention: none #",
        "attention: | attention: {type: sequence, of: [se, {squeeze: {type: gem, p: 2}}]} #",
        "batch: 64  | batch: 64, optimizer: adamw",
        "batch: 64  | batch: 64, optimizer: {type: sgd, nesterov: true}",
        "attention: | 'match: {params: +2%}\n  attention:'",
        "attention: | 'placement: {stages: [1, 2], blocks: every 2}\n  attention:'",
        "attention: | 'start: none\n  attention:'",
      })
  void whatAnEditorShouldLeaveAlone(String one, String other) {
    assertEquals(List.of(), errors(FILE.replace(one, other.replace("\\n", "\n"))));
  }

  /** Parts of a trial, and fields taken out. */
  @Test
  void whatExtendsMayLeaveOutAnything() {
    String text =
        """
        extends: base.yaml
        trial: {train: {batch: 32, optimizer: {momentum: 0.5}, rate: {peak: 0.1}}}
        axes: {attention.gate: null}
        baseline: null
        """;
    assertEquals(List.of(), errors(text));
    assertFalse(errors(text.replace("batch: 32", "bach: 32")).isEmpty());
    assertFalse(errors(text.replace("extends: base.yaml\n", "")).isEmpty());
  }

  /** Of the mistakes that the program refuses; the others are in what fields mean together. */
  @Test
  void mostMistakesAreUnderlined() throws IOException {
    String[] table = text(Path.of("src/test/resources/mistakes/files.txt")).split("\n=== ");
    int trees = 0;
    int underlined = 0;
    for (String one : List.of(table).subList(1, table.length)) {
      String file = (one + "\n").split("\n", 2)[1];
      JsonNode tree = tree(file.replace("TRIAL\n", FILE).replace("TRIAL", FILE));
      trees += tree == null ? 0 : 1;
      underlined += tree == null || SCHEMA.validate(tree).isEmpty() ? 0 : 1;
    }
    assertTrue(trees >= 80, "only " + trees + " are YAML");
    assertTrue(underlined >= 0.7 * trees, underlined + " of " + trees);
  }

  /** Null where it is no YAML. */
  private static JsonNode tree(String text) {
    try {
      JsonNode tree = Trees.yaml(text);
      return tree.isMissingNode() ? null : tree;
    } catch (BadInput malformed) {
      return null;
    }
  }

  /** Values of axes are held against the fields that they are for. */
  @ParameterizedTest
  @CsvSource({
    "'axes: {attention.squeeze: [avg, max]}', true",
    "'axes: {attention.squeeze: [avg, mex]}', false",
    "'axes: {train.batch: [32, 64]}', true",
    "'axes: {train.batch: [32, 0]}', false",
    "'axes: {train.batch: 32}', false",
    "'axes: {train.optimizer.momentum: [0.5, 1.5]}', false",
    "'axes: {attention.reduction: [4, 8]}', true",
    "'axes: {atention.reduction: [4, 8]}', false",
    "'axes: {backbone.type: [vgg]}', false",
    "'axes: {sizes: {small: {train.batch: 8}, large: {train.batch: 9, train.epochs: 2}}}', true",
    "'axes: {sizes: {small: {train.batch: 0}}}', false",
    "'arms: {one: {attention: none, match: {params: baseline}}}', true",
    "'arms: {one: {attention: nonne}}', false",
    "'baseline: {placement.position: post}', true",
    "'baseline: {placement.position: past}', false",
    "'run: {time-out: 10m, retry: {out-of-memory: 2}}', true",
    "'run: {time-out: 10 minutes}', false",
    "'constraints: [params <= +2%]', true",
    "'constraints: [prams <= +2%]', false",
    "'search: {type: evolution, arms: 20, costs: [macs]}', true",
    "'search: evolution', false",
    "'claims: [a > b, {order: [a, b]}, spread of r in 4..16 < 0.3, a >= b at params <= 100%]', true",
    "'claims: [a >= b at params <= 100 %]', true",
    "'claims: [a beats b]', false",
    "'claims: [{ordre: [a, b]}]', false",
    "'reference: {source: SE, arms: {a: {top1-error: 22.28}}}', true",
    "'reference: {source: SE, arms: {a: {top1-error: 122}}}', false",
  })
  void whatIsSaidByPath(String more, boolean right) {
    assertEquals(right, errors(FILE + more).isEmpty(), () -> errors(FILE + more).toString());
  }

  /** The bound is nowhere but in the constructor. */
  @Test
  void boundsAreThoseThatTheRecordsKeep() {
    JsonNode all = TREE.get("$defs");
    JsonNode momentum = all.at("/optimizer.sgd/properties/momentum");
    assertEquals(0, momentum.get("minimum").asInt());
    assertEquals(1, momentum.get("exclusiveMaximum").asInt());
    assertEquals(0, all.at("/rate.constant/properties/base/exclusiveMinimum").asInt(-1));
    assertEquals(1, all.at("/train/properties/epochs/minimum").asInt());
    JsonNode area = all.at("/erase/properties/max-area");
    assertFalse(area.has("minimum"), "min-area is its bound, which moves");
  }

  @Test
  void fieldsAreExplained() {
    JsonNode select = TREE.at("/$defs/train/properties/select/description");
    assertTrue(select.asText().startsWith("which epoch"), select.asText());
  }
}
