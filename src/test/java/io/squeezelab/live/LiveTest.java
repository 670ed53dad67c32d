package io.squeezelab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.live.Snapshot.Phase;
import io.squeezelab.spec.Bind;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Trial;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep as it is told to the view, and what is left of it in the folder and in the log. */
class LiveTest {
  private static final Trial TRIAL =
      Bind.inline(
          Trial.class,
          "{data: cifar10, backbone: {type: resnet-cifar, depth: 8}, seed: 3,"
              + " train: {epochs: 10, batch: 256, rate: {type: constant, base: 0.1}}}");

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private Live live() {
    return new Live(new Plan("made", 1, List.of("cpu")), folder, new PrintWriter(err));
  }

  private static Job job(String id) {
    return new Job(id, "eca", TRIAL, 1);
  }

  private Snapshot kept() {
    return new LiveFile(folder).read().orElseThrow();
  }

  @Test
  void aSweepThatRanAllHasEnded() {
    try (Live live = live()) {
      live.ahead(Ahead.of(List.of(job("a"))));
      live.open(true);
      live.started(0, job("a"));
      live.finished(0, job("a"), Made.done("eca", 3, 0.5).outcome());
      live.open(false);
    }
    assertEquals(Phase.ENDED, kept().phase());
    assertEquals(1, kept().counts().completed());
    assertTrue(
        err.toString().startsWith("[1/1+] a  eca, seed 3: top-1 50.00 %, 103 s, 997 images/s"),
        err.toString());
  }

  @Test
  void aSweepThatWasAskedToStopHasStopped() {
    try (Live live = live()) {
      live.ahead(Ahead.of(List.of(job("a"))));
      live.started(0, job("a"));
      live.stopping();
      assertEquals(Phase.STOPPING, kept().phase());
      live.putDown(0, job("a"));
    }
    assertEquals(Phase.STOPPED, kept().phase());
    assertEquals(1, kept().counts().waiting());
  }

  @Test
  void aWarningIsSaidAndKept() {
    try (Live live = live()) {
      live.warn("the disk is nearly full");
    }
    assertEquals(List.of("the disk is nearly full"), kept().warnings());
    assertTrue(err.toString().startsWith("squeezelab: the disk is nearly full"));
  }

  @Test
  void ofAnArmTheMultiplyAddsAreCounted() {
    long macs = TRIAL.recipe().network().cost().macs();
    assertEquals(List.of(new Ahead("a", "eca", 10, macs)), Ahead.of(List.of(job("a"))));
  }
}
