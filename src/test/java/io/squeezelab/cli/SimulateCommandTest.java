package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nine arms of nine epochs, ten seconds each, whose accuracies rise in the order of the file. */
class SimulateCommandTest {
  private static final String EXPERIMENT =
      """
      name: tiny
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {excite: {type: bottleneck, reduction: 2}}
        train: {epochs: 9, batch: 256, rate: {type: constant, base: 0.1}}
      axes:
        attention.gate: [sigmoid, tanh, identity]
        attention.squeeze: [avg, max, std]
      seeds: 2
      """;

  @TempDir private static Path temp;
  private static Path folder;

  @BeforeAll
  static void record() throws IOException {
    folder = temp.resolve("results");
    record(EXPERIMENT, folder);
  }

  private static Experiment record(String text, Path folder) throws IOException {
    Experiment experiment = ExperimentFile.read(Files.writeString(temp.resolve("tiny.yaml"), text));
    try (TrialLog log = new Folder(folder).open()) {
      new Folder(folder).keep(experiment);
      List<Planned> trials = experiment.trials();
      for (int i = 0; i < trials.size(); i++) {
        Planned one = trials.get(i);
        log.append(
            new Result(
                one.trial().id(),
                one.arm(),
                one.trial().seed(),
                1,
                one.trial().resolved(),
                one.trial().recipe().network().cost(),
                outcome(i % 9 / 10.0)));
      }
    }
    return experiment;
  }

  private static Outcome outcome(double accuracy) {
    List<Epoch> history =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> new Epoch(i, 0.1, 1, 0.5, 1, accuracy, 7))
            .toList();
    Provenance anywhere = new Provenance("1", "none", "cpu", "17", "none", "2026-01-01", null);
    Metrics metrics = new Metrics(0, 1, accuracy, 1, 9);
    return new Outcome(Ending.COMPLETED, "", metrics, history, 90, 1, anywhere);
  }

  private static Shown simulate(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "simulate";
    arguments[1] = folder.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Shown.of(arguments);
  }

  /** By pencil, for each seed: 9 to epoch 1, 3 on to 3, 1 on to 9: 21 of 81 epochs. */
  @Test
  void halvingCostsAQuarter() {
    Shown shown = simulate("--search", "halving");
    assertEquals(0, shown.code(), shown.err());
    String expected =
        """
        9 arms recorded, 2 seeds each; best by validation accuracy: identity, std (0.8000).

                              all arms  search  share
        trials begun                18      18  100 %
        epochs trained             162      42   26 %
        time of workers         27 min   7 min   26 %
        time with 1 worker      27 min   7 min   26 %
        arms trained in full         9       1   11 %

        The best arm of all was trained in full.
        The best arm found has place 1 of 9; its validation accuracy is 0.00 points below.
        """;
    assertTrue(shown.out().startsWith(expected), shown.out());
  }

  @Test
  void whatWasMissedIsSaid() {
    Shown shown = simulate("--search", "{type: random, arms: 1}", "--repeats", "30");
    assertTrue(shown.out().contains("was not tried"), shown.out());
    assertTrue(shown.out().contains("has place 1 to 9 of 9"), shown.out());
  }

  @Test
  void aBudgetEndsIt() {
    JsonNode tree =
        Trees.json(simulate("--search", "grid", "--budget", "{epochs: 20}", "--json").out());
    assertEquals(27, tree.path("runs").path(0).path("epochs").asInt());
    assertEquals(1620, tree.path("all").path("seconds").asInt());
  }

  /** As in a sweep: 18 trials to epoch 1, and those of them that go on have begun. */
  @Test
  void aTrialThatHasBegunGoesOnBeyondTheBudgetOfTrials() {
    JsonNode tree =
        Trees.json(simulate("--search", "halving", "--budget", "{trials: 18}", "--json").out());
    assertEquals(42, tree.path("runs").path(0).path("epochs").asInt());
  }

  /** By pencil: both seeds of nine arms to epoch 1, one trial on to 3. */
  @Test
  void aBudgetIsNamedAsTheReason() {
    Shown shown = simulate("--search", "halving", "--budget", "{epochs: 19}");
    assertTrue(shown.out().contains("was stopped by the budget at epoch 3"), shown.out());
  }

  /** The arms were drawn in another order than the file has its levels in. */
  @Test
  void theFullModuleIsThatOfTheFile() throws IOException {
    Path drawn = temp.resolve("drawn");
    Experiment experiment =
        record(EXPERIMENT + "search: {type: random, arms: 9, seed: 1}\n", drawn);
    List<String> order = experiment.arms().stream().map(Arm::label).toList();
    List<String> run = List.of("identity, std", "sigmoid, std", "identity, avg");
    String best = run.stream().max(Comparator.comparing(order::indexOf)).orElseThrow();
    JsonNode tree =
        Trees.json(
            Shown.of("simulate", drawn.toString(), "--search", "leave-one-out", "--json").out());
    assertEquals(best, tree.at("/runs/0/found").asText(), order.toString());
    assertEquals(6, tree.at("/runs/0/trials").asInt());
  }

  /** It has a level that no axis has, which would be taken for the last. */
  @Test
  void anArmBesideTheAxesTakesNoPart() throws IOException {
    Path beside = temp.resolve("beside");
    record(EXPERIMENT.replace(", std]", "]") + "arms: {s: {attention.squeeze: std}}\n", beside);
    JsonNode tree =
        Trees.json(Shown.of("simulate", beside.toString(), "--search", "grid", "--json").out());
    assertEquals(6, tree.get("arms").asInt());
  }

  @Test
  void aWrongSearchIsNamed() {
    Shown shown = simulate("--search", "hyperband");
    assertEquals(2, shown.code());
    assertEquals(
        "squeezelab: --search: 'hyperband': unknown search 'hyperband'; allowed: grid, random,"
            + " one-factor, leave-one-out, factorial, evolution, halving, asha",
        shown.err().strip());
  }

  @Test
  void aWrongMeasureIsNamed() {
    Shown shown = simulate("--search", "grid", "--cost", "latency");
    assertEquals(2, shown.code());
    String allowed = "unknown measure 'latency'; allowed: params, macs, activations, reads";
    assertTrue(shown.err().contains(allowed), shown.err());
  }

  @Test
  void aSearchWithoutMeaningHereIsRefused() {
    Shown shown = simulate("--search", "one-factor");
    assertEquals(2, shown.code());
    assertEquals(
        "squeezelab: --search: starts from the baseline, which has to be a combination of the axes",
        shown.err().strip());
  }
}
