package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Planned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code query} answers SQL over what is stored. */
class QueryCommandTest {
  private static final String FILE =
      """
      name: %s
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train: {epochs: 2, rate: {type: constant, base: 0.1}}
      axes: {attention.squeeze: [avg, max], attention.gate: [sigmoid, tanh]}
      seeds: 2
      """;

  @TempDir private Path temp;
  private Path results;

  @BeforeEach
  void store() throws IOException {
    results = Stored.in(temp.resolve("one"), FILE.formatted("one"), QueryCommandTest::top1);
  }

  /** tanh: 0.25 with the seed 0, 0.75 with the seed 1; sigmoid: 0.5. */
  private static double top1(Planned planned) {
    return planned.arm().contains("tanh") ? 0.25 + planned.trial().seed() / 2.0 : 0.5;
  }

  private Shown query(Object... words) {
    List<String> all = new ArrayList<>(List.of("query"));
    List.of(words).forEach(word -> all.add(word.toString()));
    return Shown.of(all.toArray(String[]::new));
  }

  @Test
  void factorsAreColumns() {
    Shown shown =
        query(
            results,
            "SELECT gate, count(*) AS n, avg(top1) AS mean, max(top1) - min(top1) AS range"
                + " FROM trials GROUP BY gate ORDER BY gate");
    assertEquals(
        """
        gate     n  mean  range
        sigmoid  4   0.5      0
        tanh     4   0.5    0.5
        """,
        shown.out());
  }

  @Test
  void epochsJoinTrials() {
    Shown shown =
        query(
            results,
            "SELECT t.squeeze, sum(e.validation_top1_fraction) AS sum FROM epochs e"
                + " JOIN trials t USING (id) WHERE t.seed = 0 AND t.gate = 'tanh' GROUP BY 1"
                + " ORDER BY 1",
            "--to",
            "csv");
    assertEquals("squeeze,sum\navg,0.5\nmax,0.5\n", shown.out());
  }

  @Test
  void severalFoldersAreOneTable() throws IOException {
    Path other = Stored.in(temp.resolve("two"), FILE.formatted("two"), planned -> 1);
    String sql = "SELECT experiment, avg(top1) AS mean FROM trials GROUP BY 1 ORDER BY 1";
    assertEquals(
        """
        | experiment | mean |
        |---|---|
        | one | 0.5 |
        | two | 1 |
        """,
        query(results, other, sql, "--to", "markdown").out());
  }

  @Test
  void numbersStayNumbersInJson() {
    String sql = "SELECT sum(seed) AS seeds, NULL AS none, true AS yes FROM trials";
    String json = query(results, sql, "--to", "json").out();
    assertEquals("[{\"seeds\":4,\"none\":null,\"yes\":true}]", json.replaceAll("\\s", ""));
  }

  @Test
  void withoutSqlItListsTheColumns() {
    String out = query(results).out();
    assertTrue(out.startsWith("trials, 8 rows"), out);
    assertTrue(out.matches("(?s).*\\n  gate +text.*epochs, 16 rows.*"), out);
  }

  @Test
  void aMistakeIsSaidWithWhatThereIs() {
    Shown shown = query(results, "SELECT topp1 FROM trials");
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains("\"topp1\" not found"), shown.err());
    assertTrue(shown.err().contains("\"top1\""), shown.err());
    assertEquals(2, query(results, "SELECT 1", "--to", "xls").code());
    assertEquals(2, query("SELECT 1").code());
    assertEquals(2, query(temp.resolve("none"), "SELECT 1").code());
  }

  @Test
  void aWordThatIsNoQueryIsAFolder() throws IOException {
    assertTrue(query(results, "results/typo").err().contains("results/typo is no results folder"));
    assertTrue(query("SELECT 1").err().contains("DIR is needed before the query"));
    Path blank = Stored.in(temp.resolve("of two words"), FILE.formatted("x"), planned -> 1);
    assertEquals(0, query(blank).code());
  }

  @Test
  void noQueryTouchesFiles() throws IOException {
    Path log = results.resolve("trials.jsonl");
    byte[] before = Files.readAllBytes(log);
    for (String sql :
        List.of(
            "COPY (SELECT 1 AS x) TO '" + log + "'",
            "SELECT * FROM read_text('" + log + "')",
            "SET enable_external_access = true",
            "INSTALL httpfs")) {
      assertEquals(2, query(results, sql).code(), sql);
    }
    assertArrayEquals(before, Files.readAllBytes(log));
  }

  @Test
  void numbersThatAreNoneAreText() {
    String json = query(results, "SELECT CAST('NaN' AS FLOAT) AS f", "--to", "json").out();
    assertEquals("[{\"f\":\"NaN\"}]", json.replaceAll("\\s", ""));
  }
}
