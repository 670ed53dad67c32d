package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} brings results where other programs find them, and says what it wrote. */
class ExportCommandTest {
  private static final String FILE =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train: {epochs: 2, rate: {type: constant, base: 0.1}}
      axes: {attention.gate: [sigmoid, tanh]}
      seeds: 2
      """;

  @TempDir private Path temp;
  private Path results;

  @BeforeEach
  void store() throws IOException {
    results = Stored.in(temp.resolve("of it"), FILE, planned -> 0.5);
  }

  private Shown export(String... more) {
    List<String> words = new ArrayList<>(List.of("export", results.toString()));
    words.addAll(List.of(more));
    return Shown.of(words.toArray(String[]::new));
  }

  @Test
  void csvHasARowATrialAndARowAnEpoch() throws IOException {
    Shown shown = export("--to", "csv");
    assertEquals(0, shown.code(), shown.err());
    assertEquals(
        "Wrote " + results.resolve("trials.csv") + "\nWrote " + results.resolve("epochs.csv"),
        shown.out().strip());
    assertEquals(5, Files.readAllLines(results.resolve("trials.csv")).size());
    List<String> epochs = Files.readAllLines(results.resolve("epochs.csv"));
    assertEquals(9, epochs.size());
    assertEquals(
        "id,arm,seed,epoch,rate,train_loss_nats,train_top1_fraction,validation_loss_nats,"
            + "validation_top1_fraction,train_seconds",
        epochs.get(0));
    assertTrue(epochs.get(2).endsWith(",sigmoid,0,2,0.1,1,0.5,1,0.5,1"), epochs.get(2));
  }

  @Test
  void severalFormatsGoToAFolderOfChoice() throws IOException {
    Path out = temp.resolve("elsewhere/deep");
    Shown shown = export("--to", "parquet,tensorboard", "--output", out.toString());
    assertEquals(0, shown.code(), shown.err());
    assertTrue(Files.size(out.resolve("trials.parquet")) > 0);
    assertTrue(Files.size(out.resolve("epochs.parquet")) > 0);
    assertTrue(Files.isDirectory(out.resolve("tanh/seed-1")));
    assertTrue(Files.notExists(results.resolve("tensorboard")));
  }

  @Test
  void tensorBoardsFilesLieBesideTheResults() {
    assertEquals(0, export("--to", "tensorboard").code());
    assertTrue(Files.isDirectory(results.resolve("tensorboard/sigmoid/seed-0")));
  }

  private void refused(String message, String... words) {
    Shown shown = export(words);
    assertEquals(message, shown.err().strip());
    assertEquals(2, shown.code());
    assertEquals("", shown.out());
  }

  @Test
  void whatItCannotDoIsOneMessage() throws IOException {
    refused(
        "squeezelab: --to: unknown format 'cvs'; allowed: csv, parquet, tensorboard, mlflow; did you"
            + " mean 'csv'?",
        "--to",
        "cvs");
    refused("squeezelab: --uri: is for --to mlflow alone", "--to", "csv", "--uri", "http://x");
    refused(
        "squeezelab: --uri: must be the address of a server, such as http://127.0.0.1:5000; is"
            + " 'mlruns'",
        "--to",
        "mlflow",
        "--uri",
        "mlruns");
    Files.writeString(temp.resolve("file"), "");
    String below = temp.resolve("file").resolve("x").toString();
    Shown shown = export("--to", "csv", "--output", below);
    assertEquals(2, shown.code());
    assertTrue(
        shown.err().startsWith("squeezelab: cannot export to " + below + "/trials.csv: "),
        shown.err());
  }

  @Test
  void aFolderWithoutResultsIsNamed() {
    Shown shown = Shown.of("export", temp.toString(), "--to", "csv");
    assertEquals(2, shown.code());
    assertEquals(
        "squeezelab: " + temp + " is no results folder: it has no experiment.yaml",
        shown.err().strip());
  }
}
