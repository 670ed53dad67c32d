package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Planned;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims from the file to the last line of a sweep; the trials were run before, so to speak. */
class ClaimsCommandTest {
  private static final String FILE =
      """
      name: gates
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {squeeze: avg, excite: {type: bottleneck, reduction: 2}, gate: sigmoid}
        train: {epochs: 1, batch: 64, rate: {type: constant, base: 0.1}}
      axes: {attention.gate: [sigmoid, tanh]}
      seeds: 3
      """;
  private static final double[] SIGMOID = {0.9, 0.91, 0.93};
  private static final double[] TANH = {0.88, 0.889, 0.908};

  @TempDir private Path temp;

  private Path file(String claims) throws IOException {
    return Files.writeString(temp.resolve("gates.yaml"), FILE + claims);
  }

  private static Result result(Planned of) {
    int seed = (int) of.trial().seed();
    double top1 = of.arm().equals("tanh") ? TANH[seed] : SIGMOID[seed];
    Result made = Made.done(of.arm(), seed, top1);
    return new Result(
        of.trial().id(), of.arm(), seed, 1, of.trial().resolved(), made.cost(), made.outcome());
  }

  private Path finished(String claims) throws IOException {
    Experiment experiment = ExperimentFile.read(file(claims));
    Folder folder = new Folder(temp.resolve("results"));
    try (TrialLog log = folder.open()) {
      folder.keep(experiment);
      experiment.trials().forEach(planned -> log.append(result(planned)));
    }
    return folder.path();
  }

  private static Shown done(Shown shown) {
    assertEquals(0, shown.code(), shown.err());
    return shown;
  }

  @Test
  void planSaysHowClaimsAreUnderstood() throws IOException {
    Path file =
        file(
            "claims: [sigmoid >= gate=tanh within 0.2 at macs <= 100%, {order: [tanh, sigmoid]}]\n");
    String said = done(Shown.of("plan", file.toString())).out();
    assertTrue(
        said.contains(
            "claim: sigmoid >= gate=tanh within 0.2 at macs <= 100%: sigmoid is less than 0.2 points"
                + " behind tanh, with at most 100 % of its macs\n"),
        said);
    assertTrue(
        said.contains(
            "claim: order: [tanh, sigmoid]: accuracies fall in this order: tanh; sigmoid\n"),
        said);
  }

  @Test
  void planSaysWhatAMissingMarginTakes() throws IOException {
    String said = done(Shown.of("plan", file("claims: [sigmoid >= tanh]\n").toString())).out();
    String words =
        "sigmoid is at least as accurate as tanh (which takes as much evidence as >; give a margin"
            + " with `within`)\n";
    assertTrue(said.contains("claim: sigmoid >= tanh: " + words), said);
  }

  @Test
  void aReportEndsWithTheVerdicts() throws IOException {
    Path results = finished("claims: [sigmoid > tanh]\n");
    String said = done(Shown.of("report", results.toString())).out();
    String verdict =
        "- `sigmoid > tanh` is **supported**. The accuracy of sigmoid less that of tanh is"
            + " +2.10 points (95 % interval +1.85 to +2.35, 3 seeds). Paired t test, a single test:"
            + " p < 0.001, corrected p < 0.001.";
    assertTrue(said.contains(verdict), said);
    assertTrue(said.indexOf("## Claims") > said.indexOf("| tanh"), said);
    assertTrue(
        Files.readString(results.resolve("claims.csv"))
            .startsWith(
                "claim,verdict,p_corrected,numbers,test,printed_errors\nsigmoid > tanh,supported,0.000"),
        Files.readString(results.resolve("claims.csv")));
    assertTrue(Files.readString(results.resolve("report.html")).contains("sigmoid &gt; tanh"));
  }

  /** The folder keeps the experiment as it was last swept; its results stay as they are. */
  @Test
  void claimsThatAreEditedAreJudgedByTheSameResults() throws IOException {
    Path results = finished("claims: [sigmoid > tanh]\n");
    byte[] before = Files.readAllBytes(results.resolve("trials.jsonl"));
    Path file = file("claims: [sigmoid < tanh]\n");
    String again = done(Shown.of("sweep", file.toString(), "--results", results.toString())).out();
    assertTrue(again.contains("nothing to do"), again);
    assertTrue(again.contains("- `sigmoid < tanh` is **contradicted**."), again);
    assertEquals(
        new String(before), new String(Files.readAllBytes(results.resolve("trials.jsonl"))));
    done(Shown.of("sweep", file("").toString(), "--results", results.toString()));
    assertTrue(Files.notExists(results.resolve("claims.csv")), "there are no claims any more");
  }

  @Test
  void aPublicationStandsBesideOurs() throws IOException {
    Path results =
        finished(
            """
            baseline: {attention.gate: tanh}
            reference:
              source: SE, table 12
              link: https://arxiv.org/abs/1709.01507
              arms: {sigmoid: {top1-error: 22.28}, tanh: {top1-error: 23}}
            """);
    String said = done(Shown.of("report", results.toString())).out();
    assertTrue(said.contains("## Beside the publication"), said);
    assertTrue(
        said.contains("| sigmoid | 3 of 3 | 8.67 ± 1.53 | 22.28 | −2.10 [−2.35, −1.85] | −0.72 |"),
        said);
    assertTrue(said.contains("| tanh | 3 of 3 | 10.77 ± 1.43 | 23.00 | baseline | baseline |"));
    assertTrue(said.contains("τ-b = +1.00"), said);
  }
}
