package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files have types, and hold what the CSV files hold. */
class ParquetTest {
  @TempDir private Path temp;

  private static final Study STUDY =
      Made.study(
          null,
          Made.all(
              Made.sweep(List.of("avg", "max"), 2).results(),
              List.of(Made.ended("it's \"so\"", 0, Ending.DIVERGED, "the loss was NaN"))));

  private List<String> ask(Path file, String columns) throws SQLException {
    String from = " FROM read_parquet('" + file.toString().replace("'", "''") + "')";
    List<String> cells = new ArrayList<>();
    try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = memory.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + columns + from)) {
      while (rows.next()) {
        cells.add(String.valueOf(rows.getObject(1)));
      }
    }
    return cells;
  }

  private Path trials() throws IOException {
    Sheet<Result> trials = Trials.of(STUDY);
    Parquet.write(trials, temp);
    return Parquet.file(trials, temp);
  }

  @Test
  void everyTrialIsARow() throws Exception {
    Path file = trials();
    assertEquals(temp.resolve("trials.parquet"), file);
    assertEquals(List.of("avg", "avg", "max", "max", "it's \"so\""), ask(file, "arm"));
    List<String> top1 =
        STUDY.results().stream()
            .map(r -> r.outcome().metrics() == null ? "null" : "" + r.outcome().metrics().top1())
            .toList();
    assertEquals(top1, ask(file, "test_top1_fraction"));
  }

  @Test
  void columnsHaveTheirTypes() throws Exception {
    Path file = trials();
    assertEquals("VARCHAR", ask(file, "typeof(id)").get(0));
    assertEquals("BIGINT", ask(file, "typeof(params_count)").get(0));
    assertEquals("DOUBLE", ask(file, "typeof(test_loss_nats)").get(0));
    assertEquals("BOOLEAN", ask(file, "typeof(in_means)").get(0));
    assertEquals("TIMESTAMP WITH TIME ZONE", ask(file, "typeof(started_utc)").get(0));
    assertEquals("1772359200", ask(file, "epoch(started_utc)::BIGINT").get(0)); // date -d
  }

  /** The diverged trial has a speed of NaN. */
  @Test
  void whatIsNotKnownIsNull() throws Exception {
    Path file = trials();
    assertEquals("null", ask(file, "test_top1_fraction").get(4));
    assertEquals("null", ask(file, "train_images_per_second").get(4));
    assertEquals("true", ask(file, "in_means").get(0));
    assertEquals("false", ask(file, "in_means").get(4));
  }

  @Test
  void everyEpochIsARow() throws Exception {
    Sheet<Epochs.Row> epochs = Epochs.of(STUDY);
    Parquet.write(epochs, temp);
    Path file = Parquet.file(epochs, temp);
    assertEquals(List.of("120"), ask(file, "count(*)"));
    assertEquals(List.of("465"), ask(file, "sum(epoch) FILTER (arm = 'max' AND seed = 1)"));
    double loss = STUDY.results().get(3).outcome().history().get(29).loss();
    assertEquals("" + loss, ask(file, "train_loss_nats").get(119));
  }

  @Test
  void csvAndParquetHaveTheSameColumns() throws Exception {
    Path file = trials();
    String header = Trials.of(STUDY).csv().lines().findFirst().orElseThrow();
    for (String name : header.split(",")) {
      assertEquals(5, ask(file, '"' + name + '"').size(), name);
    }
  }

  @Test
  void aPathMayHaveQuotes() throws Exception {
    Path folder = temp.resolve("it's; DROP TABLE rows");
    Parquet.write(Trials.of(STUDY), folder);
    assertEquals(5, ask(Parquet.file(Trials.of(STUDY), folder), "id").size());
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Files.createDirectories(temp.resolve("trials.parquet/x"));
    assertThrows(IOException.class, () -> Parquet.write(Trials.of(STUDY), temp));
    try (var files = Files.list(temp)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
    }
  }
}
