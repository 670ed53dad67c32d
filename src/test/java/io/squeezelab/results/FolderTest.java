package io.squeezelab.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A results folder says which experiment it is of, and loses nothing when that changes. */
class FolderTest {
  private static final String TRIAL =
      """
      question: Which?
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train: {epochs: 1, rate: {type: constant, base: 0.1}}
      baseline: {attention: none}
      seeds: 2
      """;

  @TempDir private Path temp;
  private Path path;
  private Folder folder;

  @BeforeEach
  void place() {
    path = temp.resolve("of it");
    folder = new Folder(path);
  }

  private Experiment experiment(String axes) throws IOException {
    return ExperimentFile.read(Files.writeString(temp.resolve("e.yaml"), TRIAL + axes));
  }

  private void open(Experiment experiment, Result... results) {
    try (TrialLog log = folder.open()) {
      folder.keep(experiment);
      List.of(results).forEach(log::append);
    }
  }

  private static Result of(Planned planned) {
    Result made = Made.done(planned.arm(), planned.trial().seed(), 0.9);
    return new Result(
        planned.trial().id(),
        planned.arm(),
        made.seed(),
        1,
        planned.trial().resolved(),
        made.cost(),
        made.outcome());
  }

  @Test
  void whatIsKeptIsTheExperimentAsItIs() throws IOException {
    open(experiment("axes: {attention.gate: [sigmoid, tanh]}"));
    Kept kept = folder.kept();
    assertEquals("e", kept.name());
    assertEquals("Which?", kept.question());
    assertEquals(List.of("none", "sigmoid", "tanh"), kept.arms());
    assertEquals("none", kept.baseline());
    assertEquals(List.of(0L, 1L), kept.seeds());
    assertEquals(6, kept.labels().size());
  }

  @Test
  void anExperimentThatChangedKeepsItsResults() throws IOException {
    Experiment before = experiment("axes: {attention.gate: [sigmoid, tanh]}");
    open(before, of(before.trials().get(1)));
    open(before, of(before.trials().get(2)));
    open(experiment("axes: {attention.gate: [sigmoid, relu]}"));
    assertEquals(2, TrialLog.read(path).results().size());
  }

  /** A result of the same arm and seed, but of a trial that has changed, is in no table. */
  @Test
  void resultsOfAnotherVersionHaveNoArm() throws IOException {
    Experiment before = experiment("axes: {attention.gate: [sigmoid, tanh]}");
    open(before, of(before.trials().get(1)));
    open(experiment("axes: {attention.gate: [sigmoid, tanh], train.batch: [32]}"));
    List<Result> now = folder.kept().relabelled(TrialLog.read(path).results());
    assertEquals("sigmoid (of another version)", now.get(0).arm());
  }

  @Test
  void anExperimentThatACrashLeftEmptyIsWrittenAgain() throws IOException {
    Experiment experiment = experiment("axes: {attention.gate: [sigmoid, tanh]}");
    open(experiment, of(experiment.trials().get(1)));
    Files.writeString(path.resolve("experiment.yaml"), "");
    open(experiment);
    assertEquals(List.of("none", "sigmoid", "tanh"), folder.kept().arms());
  }

  /** The same trials, written in another way: the results go by the labels of today. */
  @Test
  void resultsTakeTheLabelsOfToday() throws IOException {
    Experiment before = experiment("axes: {attention.gate: [sigmoid, tanh]}");
    List<Planned> trials = before.trials();
    open(before, of(trials.get(0)), of(trials.get(1)), of(trials.get(2)));
    open(experiment("axes: {attention: [se, {gate: relu}, {squeeze: avg, gate: tanh}]}"));
    List<String> labels =
        folder.kept().relabelled(TrialLog.read(path).results()).stream().map(Result::arm).toList();
    assertEquals(List.of("none", "se", "avg tanh"), labels);
  }

  @Test
  void aResultOfAnArmThatIsGoneIsOfAnotherVersion() throws IOException {
    Experiment before = experiment("axes: {attention.gate: [sigmoid, tanh]}");
    open(before, of(before.trials().get(2)));
    open(experiment("axes: {attention.gate: [sigmoid]}"));
    Result gone = folder.kept().relabelled(TrialLog.read(path).results()).get(0);
    assertEquals("tanh (of another version)", gone.arm());
  }

  @Test
  void aFileOfSomebodysOwnIsNotOverwritten() throws IOException {
    Files.createDirectories(path);
    Path own = Files.writeString(path.resolve("experiment.yaml"), TRIAL);
    Experiment experiment = ExperimentFile.read(own);
    BadInput refused = assertThrows(BadInput.class, () -> open(experiment));
    assertEquals(
        own
            + " was not written by a sweep, and would be overwritten; give another folder with"
            + " --results",
        refused.getMessage());
    assertEquals(TRIAL, Files.readString(own));
    TrialLog.open(path).close();
  }

  private String noFolder() {
    return assertThrows(BadInput.class, folder::kept).getMessage();
  }

  @Test
  void whatIsNoResultsFolderIsToldSo() throws IOException {
    assertEquals(path + " is no results folder: it has no experiment.yaml", noFolder());
    Files.createDirectories(path);
    Files.writeString(path.resolve("experiment.yaml"), TRIAL);
    assertEquals(
        path + " is no results folder: its experiment.yaml was not written by a sweep", noFolder());
  }

  @Test
  void aKeptExperimentThatCannotBeReadNamesItsLine() throws IOException {
    open(experiment(""));
    Path file = path.resolve("experiment.yaml");
    Files.writeString(file, Files.readString(file).replaceFirst("epochs: 1", "epochs: none"));
    String message = noFolder();
    assertTrue(
        message.matches(
            "\\Q" + file + "\\E:\\d+: arms\\.none\\.trial\\.train\\.epochs: must be a whole.*"),
        message);
  }

  @Test
  void putAsideKeepsEverything() throws IOException {
    Experiment experiment = experiment("");
    open(experiment, of(experiment.trials().get(0)));
    Path aside = folder.putAside().orElseThrow();
    assertFalse(Files.exists(path));
    assertTrue(aside.toString().matches("\\Q" + path + "\\E\\.\\d{8}-\\d{6}"), aside.toString());
    assertEquals(1, TrialLog.read(aside).results().size());
  }

  @Test
  void onlyResultsArePutAside() throws IOException {
    assertTrue(folder.putAside().isEmpty());
    Files.createDirectories(path.resolve("thesis"));
    assertTrue(folder.putAside().isEmpty());
    assertTrue(Files.exists(path.resolve("thesis")));
  }

  @Test
  void nothingIsPutAsideUnderARunningSweep() throws IOException {
    open(experiment(""));
    try (TrialLog running = TrialLog.open(path)) {
      BadInput refused = assertThrows(BadInput.class, folder::putAside);
      assertTrue(refused.getMessage().startsWith("another sweep is writing to"));
      running.append(Made.done("se", 0, 0.5));
    }
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(path, "x");
    Experiment experiment = experiment("");
    assertEquals(
        path + " is a file; results are kept in a folder",
        assertThrows(BadInput.class, () -> open(experiment)).getMessage());
  }

  @Test
  void theKeptTextIsYaml() throws IOException {
    open(experiment("axes: {attention.gate: [sigmoid, tanh]}"));
    assertEquals("e", Trees.yaml(folder.kept().text()).get("name").asText());
  }
}
