package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep takes results over from other folders: the same trials, and no others. */
class ReuseTest {
  private static final String TRIAL =
      """
      trial:
        data: {type: fashion-mnist-mini, validation: 5000}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {excite: {type: bottleneck, reduction: 2}}
        train: {epochs: 1, batch: 256, rate: {type: constant, base: 0.1}}
      """;

  @TempDir private Path temp;
  private String trial = TRIAL;
  private Path first;
  private Path second;

  @BeforeEach
  void name() {
    first = temp.resolve("first");
    second = temp.resolve("second");
  }

  private Path file(String rest) throws IOException {
    return Files.writeString(temp.resolve("e.yaml"), trial + rest);
  }

  private Shown sweep(String rest, Path into, String... more) throws IOException {
    Stream<String> begin = Stream.of("sweep", file(rest).toString(), "--results", into.toString());
    return Shown.of(Stream.concat(begin, Stream.of(more)).toArray(String[]::new));
  }

  private static List<Result> results(Path folder) {
    return TrialLog.read(folder).results();
  }

  /** Made-up results of all of an experiment's trials, with a log and gates each. */
  private void make(Path path, String rest, Ending ending) throws IOException {
    Experiment experiment = ExperimentFile.read(file(rest));
    Folder folder = new Folder(path);
    try (TrialLog log = folder.open()) {
      folder.keep(experiment);
      for (Planned planned : experiment.trials()) {
        log.append(result(planned, ending));
        Files.createDirectories(folder.log(planned.trial().id()).getParent());
        Files.writeString(folder.log(planned.trial().id()), "Attempt 1\n");
        Files.writeString(folder.gates(planned.trial().id()), "{}");
      }
    }
  }

  private static Result result(Planned planned, Ending ending) {
    long seed = planned.trial().seed();
    Result made = Made.done(planned.arm(), seed, 0.5 + seed / 10.0);
    Outcome outcome = made.outcome();
    if (ending != Ending.COMPLETED) {
      outcome = Made.ended(planned.arm(), seed, ending, "made up").outcome();
    }
    String id = planned.trial().id();
    return new Result(id, planned.arm(), seed, 1, planned.trial().resolved(), made.cost(), outcome);
  }

  @Test
  void whatOthersHaveDoesNotRun() throws IOException {
    make(first, "axes: {attention.gate: [sigmoid, tanh]}\nseeds: 2\n", Ending.COMPLETED);
    Shown shown = sweep("arms: {bounded: {}}\nseeds: 2\n", second, "--reuse", first.toString());
    assertEquals(0, shown.code(), shown.err());
    assertTrue(
        shown.out().startsWith("2 of 2 trials to run taken over: 2 from " + first + "\n"),
        shown.out());
    assertTrue(shown.out().contains("nothing to do"), shown.out());
    List<Result> taken = results(second);
    assertEquals(List.of("bounded", "bounded"), taken.stream().map(Result::arm).toList());
    assertEquals(List.of("first", "first"), taken.stream().map(Result::from).toList());
    assertEquals(results(first).get(0).outcome(), taken.get(0).outcome());
    assertTrue(Files.readString(second.resolve("trials.csv")).contains(",first"));
  }

  @Test
  void logAndGatesComeToo() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    sweep("arms: {other name: {}}\n", second, "--reuse", first.toString());
    String id = results(second).get(0).id();
    Folder folder = new Folder(second);
    assertEquals("Taken over from first:\nAttempt 1\n", Files.readString(folder.log(id)));
    assertEquals("{}", Files.readString(folder.gates(id)));
  }

  /** Of a result that was taken over before, the folder counts where the trial ran. */
  @Test
  void theOriginStaysWhereverItGoes() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    Path third = temp.resolve("third");
    sweep("seeds: 1\n", second, "--reuse", first.toString());
    sweep("seeds: 1\n", third, "--reuse", second.toString());
    assertEquals("first", results(third).get(0).from());
  }

  @Test
  void whatIsStoredHereIsNotTakenAgain() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    sweep("seeds: 1\n", second, "--reuse", first.toString());
    Shown again = sweep("seeds: 1\n", second, "--reuse", first.toString());
    assertTrue(again.out().startsWith("0 of 0 trials to run taken over\n"), again.out());
    assertEquals(1, results(second).size());
  }

  @Test
  void aFolderWithoutResultsIsRefused() throws IOException {
    Shown shown = sweep("seeds: 1\n", second, "--reuse", temp.toString());
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains("is no results folder: it has no trials.jsonl"), shown.err());
    assertFalse(Files.exists(second));
  }

  @Test
  void theSweepsOwnFolderIsRefused() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    Shown shown = sweep("seeds: 1\n", first, "--reuse", first.resolve("../first").toString());
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains("is the folder of this sweep"), shown.err());
  }

  @Test
  void weightsComeWhereTheyAreAskedFor() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    String id = results(first).get(0).id();
    Files.writeString(new Folder(first).weights(id), "weights");
    Path third = temp.resolve("third");
    assertEquals(0, sweep("seeds: 1\n", second, "--reuse", first.toString()).code());
    assertEquals(0, sweep("seeds: 1\n", third, "--weights", "--reuse", first.toString()).code());
    assertFalse(Files.exists(new Folder(second).weights(id)));
    assertEquals("weights", Files.readString(new Folder(third).weights(id)));
  }

  /** What a search stops has to grow in front of it; the budget does not count what is taken. */
  @Test
  void ofASearchThatStopsTrialsBaselineAndNamedArmsAreTaken() throws IOException {
    String rest =
        "axes: {attention.gate: [relu, tanh]}\nbaseline: {attention: none}\n"
            + "arms: {named: {attention.gate: sigmoid}}\nseeds: 1\n";
    trial = TRIAL.replace("epochs: 1", "epochs: 2");
    make(first, rest, Ending.COMPLETED);
    assertEquals(4, results(first).size());
    String search = "search: {type: halving, eta: 2, first: 1}\nbudget: {trials: 1}\n";
    Shown shown = sweep(rest + search, second, "--reuse", first.toString());
    assertTrue(shown.out().startsWith("2 of 2 trials to run taken over"), shown.toString());
    List<String> arms = results(second).stream().map(Result::arm).toList();
    assertEquals(2, arms.size());
    assertTrue(arms.contains("named") && !arms.contains("tanh"), arms.toString());
  }

  @Test
  void whatFailedHereIsAttemptTwo() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    make(second, "seeds: 1\n", Ending.FAILED);
    Shown shown = sweep("seeds: 1\n", second, "--retry", "--reuse", first.toString());
    assertEquals(0, shown.code(), shown.err());
    assertEquals(List.of(1, 2), results(second).stream().map(Result::attempt).toList());
    String log = Files.readString(new Folder(second).log(results(first).get(0).id()));
    assertEquals("Attempt 1\nTaken over from first:\nAttempt 1\n", log);
  }

  @Test
  void aFileThatCannotBeWrittenIsOneMessageAndLeavesNothing() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    String id = results(first).get(0).id();
    Path taken = new Folder(second).gates(id);
    Files.createDirectories(taken.resolve("in the way"));
    Shown shown = sweep("seeds: 1\n", second, "--reuse", first.toString());
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains("cannot take trial " + id + " over"), shown.err());
    assertEquals(List.of(), results(second));
    try (Stream<Path> left = Files.list(taken.getParent())) {
      assertEquals(List.of(taken), left.toList());
    }
  }

  @Test
  void whatIsWrongWithTheOtherFolderIsSaid() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    Path log = first.resolve("trials.jsonl");
    Files.writeString(log, "no line\n" + Files.readString(log));
    Shown shown = sweep("seeds: 1\n", second, "--reuse", first.toString());
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.err().contains(log.toString()), shown.err());
  }

  /** Its numbers are those that it gets without a run of its own. */
  @Test
  @Tag("engine")
  void theRestRuns() throws IOException {
    assertEquals(0, sweep("axes: {attention.gate: [sigmoid, tanh]}\n", first).code());
    String three = "axes: {attention.gate: [relu, tanh, sigmoid]}\n";
    Path failed = temp.resolve("failed");
    make(failed, three, Ending.FAILED); // nobody wants those
    String[] from = {"--reuse", failed.toString(), "--reuse", first.toString()};
    Shown shown = sweep(three, second, from);
    assertEquals(0, shown.code(), shown.err());
    assertTrue(
        shown.out().startsWith("2 of 3 trials to run taken over: 2 from " + first + "\n"),
        shown.out());
    List<Result> all = results(second);
    assertEquals(List.of("tanh", "sigmoid", "relu"), all.stream().map(Result::arm).toList());
    assertEquals(List.of("first", "first", ""), all.stream().map(Result::from).toList());
    assertEquals(results(first).get(1).outcome(), all.get(0).outcome());
  }

  /** Gates that are asked for are recorded where the other folder has none. */
  @Test
  @Tag("engine")
  void aTrialWithoutWhatIsAskedForRuns() throws IOException {
    make(first, "seeds: 1\n", Ending.COMPLETED);
    String id = results(first).get(0).id();
    Files.delete(new Folder(first).gates(id));
    Shown shown = sweep("seeds: 1\n", second, "--gates", "--reuse", first.toString());
    assertEquals(0, shown.code(), shown.err());
    assertEquals("", results(second).get(0).from());
    assertTrue(Files.exists(new Folder(second).gates(id)));
  }
}
