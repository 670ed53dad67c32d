package io.squeezelab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of jobs whose workers die; the workers are puppets. */
class SweepTest {
  private static final String TRIAL =
      """
      {"data": {"type": "cifar10"}, "backbone": {"type": "resnet-cifar", "depth": 8},
       "train": {"epochs": 1, "batch": 256, "rate": {"type": "constant", "base": 0.1}}, "seed": 0}
      """;

  private static final Patience HASTE =
      new Patience(
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          List.of(Duration.ofMillis(10), Duration.ofMillis(10)));

  @TempDir private Path temp;
  private final List<Outcome> outcomes = new ArrayList<>();

  /** Keeps what it is told; its epochs may be more than it can bear. */
  private final class Kept implements Listener {
    private final Error unbearable;

    Kept(Error unbearable) {
      this.unbearable = unbearable;
    }

    @Override
    public void started(int worker, Job job) {}

    @Override
    public void epoch(int worker, Job job, Epoch epoch) {
      if (unbearable != null) {
        throw unbearable;
      }
    }

    @Override
    public void gates(int worker, Job job, Gates gates) {}

    @Override
    public void finished(int worker, Job job, Outcome outcome) {
      outcomes.add(outcome);
    }
  }

  private List<Ending> sweep(int jobs, String script, Error unbearable) throws Exception {
    Files.writeString(temp.resolve("script"), script);
    Shelf shelf = new Shelf(List.of(temp));
    Workers workers = new Workers(1, List.of(Hardware.CPU), shelf, Puppet.class.getName(), HASTE);
    Trial trial = Bind.read(Trial.class, Trees.json(TRIAL));
    try (Sweep sweep = new Sweep(workers, temp::resolve, new Kept(unbearable))) {
      sweep.run(
          Agenda.of(
              IntStream.range(0, jobs).mapToObj(i -> new Job("job-" + i, "a", trial, 1)).toList()));
    }
    return outcomes.stream().map(Outcome::ending).toList();
  }

  @Test
  void aStartThatFailsIsTriedOnceMore() throws Exception {
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED), sweep(2, "dies unborn works", null));
  }

  @Test
  void startsThatFailCostNoJobItsAttempt() throws Exception {
    List<Ending> endings = sweep(3, "dies unborn unborn works", null);
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED, Ending.COMPLETED), endings);
  }

  @Test
  void aSweepEndsWhenNoWorkerStartsAnyMore() {
    BadInput bad =
        assertThrows(BadInput.class, () -> sweep(3, "dies unborn unborn unborn works", null));
    assertTrue(bad.getMessage().startsWith("a worker did not start: "), bad.getMessage());
    assertEquals(1, outcomes.size(), "what had no worker has no result");
  }

  @Test
  void theFirstWorkerMustStart() {
    BadInput bad = assertThrows(BadInput.class, () -> sweep(1, "unborn unborn works", null));
    assertTrue(bad.getMessage().startsWith("a worker did not start: "), bad.getMessage());
  }

  @Test
  void theEpochsOfAWorkerThatDiedAreKept() throws Exception {
    sweep(1, "dies", null);
    assertEquals(List.of(Puppet.EPOCH), outcomes.get(0).history());
    assertTrue(outcomes.get(0).seconds() > 0);
  }

  @Test
  void halfAMessageOfADyingWorkerCostsItsTrialOnly() throws Exception {
    sweep(2, "stammers", null);
    assertEquals(2, outcomes.size());
    assertEquals(List.of(Puppet.EPOCH), outcomes.get(0).history());
    assertTrue(outcomes.get(0).reason().contains("exit code 137"));
    assertTrue(outcomes.get(1).completed());
  }

  @Test
  void aWorkerThatWasKilledMayHaveLackedMemory() throws Exception {
    sweep(1, "dies", null);
    assertEquals(
        "the worker process ended with exit code 137 (signal 9; perhaps the system ran out of memory)",
        outcomes.get(0).reason());
  }

  @Test
  void anErrorInTheListenerIsThrownFromTheSweep() {
    Error error = new StackOverflowError("made");
    Exception thrown = assertThrows(IllegalStateException.class, () -> sweep(2, "works", error));
    assertSame(error, thrown.getCause());
  }
}
