package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Safetensors;
import io.squeezelab.data.TensorFile;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Weights that a sweep keeps: another sweep starts from them. */
@Tag("engine")
@EnabledOnOs({OS.LINUX, OS.MAC})
class KeptWeightsTest {
  private static final String TRIAL =
      """
      trial:
        data: {type: fashion-mnist-mini, validation: 5000}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        train: {epochs: 1, batch: 256, rate: {type: constant, base: 0.1}}
      """;

  @TempDir private static Path temp;
  private static Path first;
  private static Path kept;

  @BeforeAll
  static void sweepOnce() throws IOException {
    first = temp.resolve("first results");
    Shown shown = sweep("first", TRIAL, "--weights", "--workers", "1");
    assertEquals(0, shown.code(), shown.err());
    assertFalse(shown.err().contains("without"), shown.err());
    kept = new Folder(first).weights(only(first).id());
  }

  private static Shown sweep(String name, String text, String... more) throws IOException {
    Path file = Files.writeString(temp.resolve(name + ".yaml"), text);
    Path results = temp.resolve(name + " results");
    List<String> words = List.of("sweep", file.toString(), "--results", results.toString());
    return Shown.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static Result only(Path results) {
    List<Result> all = TrialLog.read(results).results();
    assertEquals(1, all.size());
    return all.get(0);
  }

  /** 9 layers of weights: 37 tensors, as declared; the trial is written beside them. */
  @Test
  void theFileHasEveryTensorAndTheTrial() {
    TensorFile file = TensorFile.open(kept);
    assertEquals(37, file.shapes().size());
    assertEquals(List.of(10L, 16L), file.shapes().get("linear.weight"));
    assertEquals(only(first).trial(), Trees.json(file.metadata("trial")));
    assertEquals(only(first).id(), file.metadata("id"));
    assertFalse(file.metadata("version").isBlank());
    assertFalse(Files.exists(kept.resolveSibling("weights.safetensors.tmp")));
  }

  /** What a killed process left of a file is written over. */
  @Test
  void inThisProcessTheNumbersAreTheSame() throws IOException {
    Path results = temp.resolve("second results");
    Path file = new Folder(results).weights(only(first).id());
    Files.createDirectories(file.getParent());
    Files.writeString(file.resolveSibling("weights.safetensors.tmp"), "half a fi");
    Shown shown = sweep("second", TRIAL, "--weights", "--workers", "0");
    assertEquals(0, shown.code(), shown.err());
    assertArrayEquals(Files.readAllBytes(kept), Files.readAllBytes(file));
    assertEquals(only(first).outcome().metrics(), only(results).outcome().metrics());
  }

  @Test
  void aStoredTrialGivesItsWeightsLater() throws IOException {
    Shown shown = sweep("third", TRIAL, "--workers", "1");
    assertEquals(0, shown.code(), shown.err());
    Path results = temp.resolve("third results");
    String id = only(results).id();
    Shown hint = sweep("third", TRIAL, "--weights");
    assertEquals(
        "squeezelab: 1 completed trial here without weights.safetensors; this runs one again and"
            + " records it: squeezelab trial "
            + results
            + " "
            + id
            + " --weights",
        hint.err().strip());
    Path file = new Folder(results).weights(id);
    assertFalse(Files.exists(file));
    Shown again = Shown.of("trial", results.toString(), id, "--weights");
    assertEquals(0, again.code(), again.err());
    assertTrue(again.err().contains("Weights: " + file), again.err());
    assertArrayEquals(Files.readAllBytes(kept), Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(2, files.count(), "log.txt and weights.safetensors");
    }
  }

  /** Not "the numbers differ": nothing was run that could. */
  @Test
  void aTrialWhoseStartIsGoneIsRefused() throws IOException {
    Path copy = Files.copy(kept, temp.resolve("gone.safetensors"));
    String start = "  start: {weights: gone.safetensors}\n";
    assertEquals(0, sweep("gone", TRIAL + start, "--workers", "1").code());
    Path results = temp.resolve("gone results");
    Files.delete(copy);
    Shown again = Shown.of("trial", results.toString(), only(results).id());
    assertEquals(2, again.code());
    assertTrue(again.err().contains("cannot be run again: no such file: "), again.err());
    assertEquals("", again.out());
  }

  /** Only the classifier moves; all else is in the next file to the bit, statistics too. */
  @Test
  void anotherSweepStartsFromThem() throws IOException {
    String start = "  start: {weights: '" + temp.relativize(kept) + "', skip: [classifier]}\n";
    String fine = TRIAL.replace("base: 0.1}", "base: 0.1}, freeze: [all-but-classifier]");
    Shown shown = sweep("fine", fine + start, "--weights", "--workers", "1");
    assertEquals(0, shown.code(), shown.err());
    Path results = temp.resolve("fine results");
    Result result = only(results);
    assertEquals(
        "35 of 37 tensors by name from weights.safetensors; 2 skipped, 0 missing, 0 left over in"
            + " the file",
        result.outcome().start());
    String log = Files.readString(new Folder(results).log(result.id()));
    assertTrue(log.contains("starts from " + kept.toAbsolutePath() + ": 35 of 37"), log);
    assertTrue(log.contains("\n  skipped, at their initial values: linear.weight, linear.bias\n"));
    assertTrue(log.contains("\ntrains 170 of 4,934 parameters\n"), log);
    Map<String, Tensor> before = Safetensors.read(kept);
    Safetensors.read(new Folder(results).weights(result.id()))
        .forEach(
            (name, now) -> {
              boolean same = Arrays.equals(before.get(name).numbers(), now.numbers());
              assertEquals(!name.startsWith("linear."), same, name);
            });
  }

  @Test
  void weightsThatHaveChangedSinceAreNotTaken() throws IOException {
    Path own = Files.copy(kept, temp.resolve("own.safetensors"));
    String start = "  start: {weights: own.safetensors}\n";
    assertEquals(0, sweep("own", TRIAL + start, "--workers", "1").code());
    Path results = temp.resolve("own results");
    assertNotEquals(only(first).id(), only(results).id());
    Map<String, Tensor> others = Safetensors.read(own);
    others.get("linear.bias").numbers()[0]++;
    Safetensors.write(own, others);
    Shown shown = Shown.of("trial", results.toString(), only(results).id());
    assertEquals(2, shown.code()); // refused before anything runs
    assertTrue(shown.err().contains("own.safetensors are others now"), shown.err());
  }
}
