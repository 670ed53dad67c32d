package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Rehearsal.Times;
import io.squeezelab.trial.Calibration.Seconds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a sweep will take. */
class ForecastTest {
  private static final double EXACT = 1e-9;

  private static final String FILE =
      """
      trial:
        data: DATA
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        train: {epochs: 2, batch: 32, rate: {type: constant, base: 0.1}}
      axes: {backbone.width: [WIDTHS]}
      seeds: 2
      """;

  @TempDir private Path temp;

  private Path file(String data, String widths) throws IOException {
    String text = FILE.replace("DATA", data).replace("WIDTHS", widths);
    return Files.writeString(temp.resolve("e.yaml"), text);
  }

  private List<Arm> arms(String widths) throws IOException {
    return ExperimentFile.read(file("fashion-mnist-mini", widths)).arms();
  }

  private static Seconds seconds(double step) {
    return new Seconds(1, 0.5, new Times(List.of(step, step, 2 * step), 100, 0.01, 50, 200));
  }

  /** 0.5 to prepare; of each of 2 epochs 100 steps and 50 images at 0.01; 200 images at the end. */
  @Test
  void aTrialIsItsStepsAndItsEvaluations() throws IOException {
    List<Arm> arms = arms("4");
    Forecast forecast = new Forecast(arms, Map.of(arms.get(0).label(), List.of(seconds(0.02))));
    Estimate one = forecast.of(arms.get(0).label());
    assertEquals(0.5 + 2 * (100 * 0.02 + 50 * 0.01) + 200 * 0.01, one.middle(), EXACT);
    assertEquals(one.middle(), one.low(), EXACT);
    assertEquals(0.5 + 2 * (100 * 0.04 + 50 * 0.01) + 200 * 0.01, one.high(), EXACT);
  }

  /** The mean of two workers; from the quickest of the one to the slowest of the other. */
  @Test
  void workersSpreadTheRange() throws IOException {
    List<Arm> arms = arms("4");
    List<Seconds> workers = List.of(seconds(0.02), seconds(0.04));
    Estimate one = new Forecast(arms, Map.of(arms.get(0).label(), workers)).of("width=4");
    assertEquals(0.5 + 2 * (100 * 0.03 + 50 * 0.01) + 200 * 0.01, one.middle(), EXACT);
    assertEquals(0.5 + 2 * (100 * 0.02 + 50 * 0.01) + 200 * 0.01, one.low(), EXACT);
    assertEquals(0.5 + 2 * (100 * 0.08 + 50 * 0.01) + 200 * 0.01, one.high(), EXACT);
  }

  @Test
  void fewArmsAreAllMeasuredAndOfManyThree() throws IOException {
    assertEquals(6, Forecast.some(arms("1, 2, 3, 4, 5, 6")).size());
    assertEquals(
        List.of("width=1", "width=5", "width=9"),
        Forecast.some(arms("9, 2, 3, 4, 5, 6, 7, 8, 1")).stream().map(Arm::label).toList());
  }

  /** An arm of the same multiply-adds as a measured one takes as long; the range is that of all. */
  @Test
  void othersGoByTheirMultiplyAdds() throws IOException {
    List<Arm> arms = arms("4, 6, 8");
    Forecast forecast =
        new Forecast(
            arms, Map.of("width=4", List.of(seconds(0.02)), "width=8", List.of(seconds(0.06))));
    Estimate between = forecast.of("width=6");
    double macs4 = arms.get(0).recipe().network().cost().macs();
    double macs6 = arms.get(1).recipe().network().cost().macs();
    double macs8 = arms.get(2).recipe().network().cost().macs();
    double rate4 = forecast.of("width=4").middle() / macs4;
    double rate8 = forecast.of("width=8").middle() / macs8;
    double share = (macs6 - macs4) / (macs8 - macs4);
    assertEquals(macs6 * (rate4 + share * (rate8 - rate4)), between.middle(), 1e-6);
    assertTrue(between.low() < between.middle() && between.middle() < between.high());
  }

  /** 3, 2, 2, 1 on two workers: the second takes 2, 2 and the first 3, 1. */
  @Test
  void workersTakeTrialsAsTheyBecomeFree() {
    List<Estimate> trials =
        List.of(
            new Estimate(1, 3, 4),
            new Estimate(1, 2, 4),
            new Estimate(1, 2, 4),
            new Estimate(1, 1, 4));
    assertEquals(new Estimate(2, 4, 8), Estimate.of(trials, 2));
    assertEquals(new Estimate(4, 8, 16), Estimate.of(trials, 1));
    assertEquals(new Estimate(5, 7, 11), Estimate.of(trials, 2).plus(3));
    assertEquals(new Estimate(0, 0, 0), Estimate.of(List.of(), 2));
  }

  @Test
  @Tag("engine")
  void planMeasuresInChildProcesses() throws IOException {
    String file = file("fashion-mnist-mini", "4, 8").toString();
    Shown shown =
        Shown.of("plan", file, "--time", "--json", "--workers", "2", "--results", temp + "/none");
    assertEquals("", shown.err());
    JsonNode time = Trees.json(shown.out()).get("time");
    assertEquals(2, time.get("workers").asInt());
    double trials = 0;
    for (JsonNode arm : time.get("arms")) {
      assertTrue(arm.get("measured").booleanValue());
      assertTrue(
          0 < arm.get("low").asDouble() && arm.get("low").asDouble() <= arm.get("high").asDouble());
      trials += 2 * arm.get("middle").asDouble(); // seeds
    }
    double total = time.at("/total/middle").asDouble();
    assertTrue(total >= trials / 2 && total < trials + time.get("start").asDouble(), shown.out());
  }

  @Test
  @Tag("engine")
  void whatIsMissingIsSaidAndThePlanIsShown() throws IOException {
    String file = file("{type: image-folder, folder: /nowhere, classes: 2}", "4").toString();
    Shown shown = Shown.of("plan", file, "--time", "--results", temp + "/none");
    assertTrue(shown.err().startsWith("squeezelab: no time is told: width=4: "), shown.err());
    assertTrue(shown.err().contains("/nowhere"), shown.err());
    assertTrue(shown.out().contains("2 trials"), shown.out());
    assertEquals(0, shown.code());
  }
}
