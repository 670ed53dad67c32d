package io.squeezelab.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Augment;
import io.squeezelab.data.MadeFolder;
import io.squeezelab.spec.Bind;
import io.squeezelab.train.Tiny;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A trial that is put down, at any place, and goes on from its checkpoint gives the same numbers.
 */
@Tag("engine")
class ResumeTest {
  private static final Execution EXECUTION = Run.execution();
  private static final String SMALL = "{type: resnet-cifar, depth: 8, width: 4}";
  private static final String ALL =
      "{crop: 1, flip: true, cutout: 3, erase: {probability: 0.5}, mixup: 0.4}";

  @TempDir Path folder;

  private Conditions conditions() {
    return Conditions.PLAIN.in(folder.resolve("t"), new Checkpoints(0, null));
  }

  /**
   * Two epochs of four steps: asked before each step, before each validation and before the test,
   * it is put down after 0, 1, …, 10 of these eleven.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer: {type: sgd, momentum: 0}, rate: {type: constant, base: 0.05}",
        "optimizer: {type: sgd, nesterov: true, weight-decay: 0.001}, rate: {type: cosine, base: 0.1}",
        "optimizer: {type: adamw}, rate: {type: one-cycle, peak: 0.01}, clip: 1",
        "optimizer: sgd, rate: {type: step, base: 0.1, every: 1}, label-smoothing: 0.1",
        "optimizer: sgd, rate: {type: multistep, base: 0.1, milestones: [1]}, micro-batch: 5",
        "select: best, rate: {type: constant, base: 0.3}",
        "freeze: [attention], rate: {type: constant, base: 0.1}",
      })
  void atEveryStepToTheBit(String train) throws IOException {
    Tiny data = Tiny.of(24, Bind.inline(Augment.class, ALL));
    everywhere(Run.trial(data, SMALL, "{epochs: 2, batch: 16, " + train + "}"));
  }

  /** Its numbers are drawn by the engine's own generator. */
  @Test
  void withDropout() throws IOException {
    Tiny data = Tiny.of(24, new Augment(1, true));
    String wide = "{type: wide-resnet, depth: 10, widen: 1, dropout: 0.5}";
    everywhere(Run.trial(data, wide, "{epochs: 2, batch: 16, rate: {type: constant, base: 0.05}}"));
  }

  /** Pictures are decoded ahead by two threads; one cannot be, and another takes its place. */
  @Test
  void ofPicturesInFiles() throws IOException {
    MadeFolder made = new MadeFolder(folder.resolve("set"));
    for (int i = 0; i < 32; i++) {
      made.picture("train/dog/" + i + ".png", 60 + i);
      made.picture("train/cat/" + i + ".png", 160 + i);
      made.picture("val/cat/" + i + ".png", 160 + i);
    }
    made.truncated("train/dog/32.png");
    made.picture("val/dog/0.png", 60);
    String fields = ", jitter: {brightness: 0.5}, augment: {mixup: 0.2}, corrupt: skip";
    everywhere(
        Run.trial(
            made.data(fields), SMALL, "{epochs: 2, batch: 16, rate: {type: constant, base: 0.1}}"));
  }

  private void everywhere(Trial trial) throws IOException {
    Outcome whole = new Run(EXECUTION, 99).run(trial, Conditions.PLAIN).orElseThrow();
    assertEquals(Ending.COMPLETED, whole.ending(), whole.reason());
    for (int asked = 0; asked < 11; asked++) {
      Run first = new Run(EXECUTION, asked);
      assertEquals(Optional.empty(), first.run(trial, conditions()));
      Run second = new Run(EXECUTION, 99);
      Outcome outcome = second.run(trial, conditions()).orElseThrow();
      assertEquals(Run.numbers(whole), Run.numbers(outcome), "put down at " + asked);
      assertEquals(asked == 0 ? 0 : 1, outcome.resumed());
      assertEquals(whole.provenance().files(), outcome.provenance().files());
      assertEquals(outcome.history(), second.epochs, "each epoch is told, also those before");
      Generations.clear(folder.resolve("t"));
      assertEquals(List.of(), files());
    }
  }

  private List<Path> files() throws IOException {
    Path where = folder.resolve("t");
    if (!Files.exists(where)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(where)) {
      return all.sorted().toList();
    }
  }

  @Test
  void stopsAfterAnEpochAndGoesOnWhenAskedForMore() throws IOException {
    Tiny data = Tiny.of(24, new Augment(1, true));
    Trial trial =
        Run.trial(data, SMALL, "{epochs: 4, batch: 16, rate: {type: one-cycle, peak: 0.1}}");
    Outcome whole = new Run(EXECUTION, 99).run(trial, Conditions.PLAIN).orElseThrow();
    for (int until = 1; until <= 3; until++) {
      Outcome part = new Run(EXECUTION, 99).run(trial, conditions().until(until)).orElseThrow();
      assertEquals(Ending.STOPPED, part.ending());
      assertEquals("stopped after epoch " + until + " of 4", part.reason());
      assertEquals(null, part.metrics());
      assertEquals(until, part.history().size());
      assertEquals(until - 1, part.resumed());
      assertFalse(part.over());
      assertTrue(files().size() > 0, "its checkpoint stays");
    }
    Outcome rest = new Run(EXECUTION, 99).run(trial, conditions().until(0)).orElseThrow();
    assertEquals(Run.numbers(whole), Run.numbers(rest));
  }
}
