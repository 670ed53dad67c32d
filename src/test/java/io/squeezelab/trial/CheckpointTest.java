package io.squeezelab.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Augment;
import io.squeezelab.data.TensorFile;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Period;
import io.squeezelab.train.Pace;
import io.squeezelab.train.Tiny;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checkpoints on disk: when they are written, which stay, and what becomes of bad ones. */
@Tag("engine")
class CheckpointTest {
  private static final Execution EXECUTION = Run.execution();
  private static final Tiny DATA = Tiny.of(24, new Augment(1, true));
  private static final String SMALL = "{type: resnet-cifar, depth: 8, width: 4}";
  private static final String TRAIN =
      "{epochs: 3, batch: 16, rate: {type: one-cycle, peak: 0.1}, select: best%s}";
  private static final Trial TRIAL = Run.trial(DATA, SMALL, TRAIN.formatted(""));

  @TempDir Path trials;

  private Conditions conditions(String checkpoints) {
    return Conditions.PLAIN.in(
        trials.resolve("t"), Bind.inline(Checkpoints.class, "{" + checkpoints + "}"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(trials.resolve("t"))) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Outcome undisturbed;

  private static Outcome undisturbed() {
    if (undisturbed == null) {
      undisturbed = new Run(EXECUTION, 99).run(TRIAL, Conditions.PLAIN).orElseThrow();
    }
    return undisturbed;
  }

  /** Four steps an epoch; put down after the ninth. */
  @Test
  void theLastTwoStay() throws IOException {
    assertEquals(Optional.empty(), new Run(EXECUTION, 11).run(TRIAL, conditions("epochs: 1")));
    assertEquals(List.of("checkpoint-8.safetensors", "checkpoint-9.safetensors"), names());
  }

  /** In what ways a file can be no checkpoint to go on from. */
  enum Damage {
    CUT_OFF(bytes -> Arrays.copyOf(bytes, bytes.length - 100)),
    CUT_OFF_IN_THE_HEADER(bytes -> Arrays.copyOf(bytes, 100)),
    EMPTY(bytes -> new byte[0]),
    ZEROS(bytes -> new byte[bytes.length]),
    ONE_BIT_OF_A_NUMBER(bytes -> flipped(bytes, bytes.length - 1000)),
    ONE_BIT_OF_THE_HEADER(bytes -> flipped(bytes, 300)),
    ONE_BIT_OF_THE_CHECKSUM(bytes -> flipped(bytes, bytes.length - 1)),
    LONGER(bytes -> Arrays.copyOf(bytes, bytes.length + 4)),
    A_HEADER_WITHOUT_END(
        bytes -> {
          byte[] other = bytes.clone();
          ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MAX_VALUE);
          return other;
        });

    private final UnaryOperator<byte[]> how;

    Damage(UnaryOperator<byte[]> how) {
      this.how = how;
    }

    private static byte[] flipped(byte[] bytes, int at) {
      byte[] other = bytes.clone();
      other[at] ^= 1;
      return other;
    }

    void to(Path file) throws IOException {
      Files.write(file, how.apply(Files.readAllBytes(file)));
    }
  }

  /** The older one is taken, or the start where it is bad too; and the log says so. */
  @ParameterizedTest
  @EnumSource
  void aDamagedOneIsNotUsed(Damage damage) throws IOException {
    new Run(EXECUTION, 11).run(TRIAL, conditions("epochs: 1"));
    assertEquals(2, names().size());
    damage.to(trials.resolve("t").resolve("checkpoint-9.safetensors"));
    Run second = new Run(EXECUTION, 1);
    assertEquals(Optional.empty(), second.run(TRIAL, conditions("epochs: 1")));
    assertTrue(second.noted().contains("checkpoint-9.safetensors"), second.noted());
    assertTrue(second.noted().contains("in epoch 3 after 0 steps"), second.noted());
    for (String name : names()) {
      damage.to(trials.resolve("t").resolve(name));
    }
    Run third = new Run(EXECUTION, 99);
    Outcome outcome = third.run(TRIAL, conditions("epochs: 1")).orElseThrow();
    assertEquals(0, outcome.resumed());
    assertEquals(names().size(), third.notes.size(), third.noted());
    assertEquals(Run.numbers(undisturbed()), Run.numbers(outcome));
  }

  @Test
  void thatOfAnotherTrialIsNotUsed() {
    new Run(EXECUTION, 6).run(TRIAL, conditions("epochs: 1"));
    Trial other = Run.trial(DATA, SMALL, TRAIN.formatted(", label-smoothing: 0.1"));
    Run run = new Run(EXECUTION, 99);
    assertEquals(0, run.run(other, conditions("")).orElseThrow().resumed());
    String said = "its id is '" + TRIAL.id() + "', and not '" + other.id() + "'";
    assertTrue(run.noted().contains(said), run.noted());
  }

  /** Its norms have seen parts of another size. */
  @Test
  void thatOfAnotherMicroBatchIsNotUsed() {
    new Run(EXECUTION, 6).run(TRIAL, conditions("epochs: 1"));
    Run run = new Run(EXECUTION, 99);
    Outcome outcome = run.run(TRIAL, conditions("").microBatch(4)).orElseThrow();
    assertEquals(0, outcome.resumed());
    assertEquals(4, outcome.microBatch());
    assertTrue(run.noted().contains("its micro-batch is '0', and not '4'"), run.noted());
  }

  @Test
  void thatOfAnotherVersionIsNotUsed() throws IOException {
    new Run(EXECUTION, 6).run(TRIAL, conditions(""));
    Path file = trials.resolve("t").resolve("checkpoint-5.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String version = "\"version\":\"";
    int at = text.indexOf(version) + version.length();
    bytes[at] ^= 1;
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) sum.getValue());
    Files.write(file, bytes);
    Run run = new Run(EXECUTION, 99);
    assertEquals(0, run.run(TRIAL, conditions("")).orElseThrow().resumed());
    assertTrue(run.noted().contains("its version is "), run.noted());
  }

  /** What cannot be written costs a note, and neither the trial nor what was written before. */
  @Test
  void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
    Files.writeString(trials.resolve("t"), "a file where the folder should be");
    Run run = new Run(EXECUTION, 99);
    Outcome outcome = run.run(TRIAL, conditions("epochs: 1, keep: [last]")).orElseThrow();
    assertEquals(Run.numbers(undisturbed()), Run.numbers(outcome));
    assertEquals(2, run.notes.stream().filter(n -> n.startsWith("no checkpoint: ")).count());
    assertEquals(1, run.troubles.size());
  }

  /** Of which each has some 40 kB; another trial's count too. */
  @Test
  void noneIsWrittenOverTheBudget() throws IOException {
    Path other = Files.createDirectory(trials.resolve("other"));
    Files.write(other.resolve("checkpoint-1.safetensors"), new byte[940_000]);
    Run run = new Run(EXECUTION, 14);
    run.run(TRIAL, conditions("epochs: 1, disk: 1MB"));
    assertFalse(Files.exists(trials.resolve("t/checkpoint-4.safetensors")), run.noted());
    assertTrue(run.noted().contains("may take 1MB together"), run.noted());
    Files.write(other.resolve("checkpoint-1.safetensors"), new byte[10_000]);
    new Run(EXECUTION, 14).run(TRIAL, conditions("epochs: 1, disk: 1MB"));
    assertEquals(2, names().size());
  }

  @Test
  void weightsOfTheLastAndTheBestEpochStayIfAskedFor() throws IOException {
    Conditions both = conditions("epochs: 1, keep: [last, best]");
    Outcome outcome = new Run(EXECUTION, 99).run(TRIAL, both).orElseThrow();
    Generations.clear(trials.resolve("t"));
    assertEquals(List.of("weights-best.safetensors", "weights-last.safetensors"), names());
    assertEquals(Run.numbers(undisturbed()), Run.numbers(outcome));
    String last = content("weights-last.safetensors");
    String best = content("weights-best.safetensors");
    assertEquals(outcome.metrics().epoch() == 3, last.equals(best));
    Trial shorter = // its last epoch is the other's best
        Run.trial(DATA, SMALL, TRAIN.formatted("").replace("select: best", "select: last"));
    new Run(EXECUTION, 99).run(shorter, both).orElseThrow();
    assertEquals(last, content("weights-last.safetensors"));
    assertEquals(best, content("weights-best.safetensors"));
  }

  private String content(String name) {
    return TensorFile.open(trials.resolve("t").resolve(name)).content();
  }

  @Test
  void askedForFewerEpochsThanItHasItTellsOfThose() {
    Outcome first = new Run(EXECUTION, 99).run(TRIAL, conditions("").until(2)).orElseThrow();
    Outcome second = new Run(EXECUTION, 99).run(TRIAL, conditions("").until(1)).orElseThrow();
    assertEquals(Ending.STOPPED, second.ending());
    assertEquals(first.history().subList(0, 1), second.history());
  }

  /** Those of both parts, to the place of the checkpoint. */
  @Test
  void secondsAreThoseOfAllParts() {
    Outcome first = new Run(EXECUTION, 99).run(TRIAL, conditions("").until(2)).orElseThrow();
    long start = System.nanoTime();
    Outcome second = new Run(EXECUTION, 99).run(TRIAL, conditions("")).orElseThrow();
    double took = (System.nanoTime() - start) / 1e9;
    double training = first.history().stream().mapToDouble(e -> e.seconds()).sum();
    assertTrue(second.seconds() > training, "the first part counts");
    assertTrue(second.seconds() < first.seconds() + took, "and is not counted twice");
    assertEquals(first.provenance().started(), second.provenance().started());
  }

  /** 0.3 is a rate at which this one's loss stays finite; 1e20 is none. */
  @Test
  void oneThatDivergesHasItsWholeHistoryAndLeavesNothing() throws IOException {
    String rate = "{type: multistep, base: 0.3, milestones: [2], factor: 1.0e20}";
    Trial trial = Run.trial(DATA, SMALL, "{epochs: 4, batch: 16, rate: " + rate + "}");
    Conditions each = conditions("epochs: 1");
    assertEquals(Optional.empty(), new Run(EXECUTION, 7).run(trial, each));
    Outcome outcome = new Run(EXECUTION, 99).run(trial, each).orElseThrow();
    assertEquals(Ending.DIVERGED, outcome.ending());
    assertEquals(3, outcome.history().size());
    assertEquals(1, outcome.resumed());
    assertTrue(outcome.over(), "it would start again");
  }

  /** 16 images in 0.6 s or more are 27 a second or fewer. */
  @Test
  void withinAnEpochTheyAreWrittenByTimeAndThePaceIsTold() throws IOException {
    Checkpoints often = new Checkpoints(0, new Period("1s"));
    Run slow = new Run(EXECUTION, 3);
    slow.pause = 600; // milliseconds before each step
    Conditions conditions = Conditions.PLAIN.in(trials.resolve("t"), often);
    assertEquals(Optional.empty(), slow.run(TRIAL, conditions));
    assertEquals(2, names().size(), "one by time, one as it was put down");
    assertEquals("checkpoint-3.safetensors", names().get(1));
    Pace first = slow.paces.get(0);
    assertEquals(List.of(1, 1, 4), List.of(first.epoch(), first.step(), first.steps()));
    assertTrue(first.imagesPerSecond() <= 27, first.toString());
  }

  @Test
  void theTimesOfEpochsThatPausedAreNoSpeed() {
    Run first = new Run(EXECUTION, 2);
    first.run(TRIAL, conditions(""));
    Outcome outcome = new Run(EXECUTION, 99).run(TRIAL, conditions("")).orElseThrow();
    double[] speeds =
        outcome.history().stream().skip(1).mapToDouble(e -> 64 / e.seconds()).sorted().toArray();
    assertEquals(speeds[1], outcome.imagesPerSecond());
  }
}
