package io.squeezelab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of jobs whose workers die; the workers are puppets. */
class SweepTest {
  @TempDir private Path temp;
  private final Heard heard = new Heard();

  private List<Ending> sweep(int jobs, String script) throws Exception {
    return sweep(Puppets.jobs(jobs), script, heard);
  }

  private List<Ending> sweep(List<Job> jobs, String script, Listener listener) throws Exception {
    return sweep(jobs, script, listener, Puppets.LONG);
  }

  private List<Ending> sweep(List<Job> jobs, String script, Listener listener, Patience patience)
      throws Exception {
    Workers workers = new Puppets(temp).playing(script).workers(1, Hardware.CPU, patience);
    try (Sweep sweep = new Sweep(workers, temp::resolve, listener)) {
      sweep.run(Agenda.of(jobs));
    }
    return heard.endings();
  }

  /** Two jobs, of which the first may take a second. */
  private static List<Job> hurried() {
    List<Job> jobs = Puppets.jobs(2);
    return List.of(jobs.get(0).within(Duration.ofSeconds(1)), jobs.get(1));
  }

  @Test
  void aStartThatFailsIsTriedOnceMore() throws Exception {
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED), sweep(2, "dies unborn works"));
  }

  @Test
  void startsThatFailCostNoJobItsAttempt() throws Exception {
    List<Ending> endings = sweep(3, "dies unborn unborn works");
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED, Ending.COMPLETED), endings);
  }

  @Test
  void aSweepEndsWhenNoWorkerStartsAnyMore() {
    BadInput bad = assertThrows(BadInput.class, () -> sweep(3, "dies unborn unborn unborn works"));
    assertTrue(bad.getMessage().startsWith("a worker did not start: "), bad.getMessage());
    assertEquals(1, heard.outcomes().size(), "what had no worker has no result");
  }

  @Test
  void theFirstWorkerMustStart() {
    BadInput bad = assertThrows(BadInput.class, () -> sweep(1, "unborn unborn works"));
    assertTrue(bad.getMessage().startsWith("a worker did not start: "), bad.getMessage());
  }

  /** Its heart beats. */
  @Test
  void aWorkerThatIsNeverReadyIsEnded() {
    Patience all = Puppets.LONG;
    Patience brief = new Patience(Duration.ofSeconds(2), all.silence(), all.grace(), all.pauses());
    BadInput bad =
        assertThrows(
            BadInput.class, () -> sweep(Puppets.jobs(1), "hangs hangs works", heard, brief));
    assertEquals("a worker did not start: the worker was not ready after 2 s", bad.getMessage());
  }

  @Test
  void theEpochsOfAWorkerThatDiedAreKept() throws Exception {
    sweep(1, "dies");
    assertEquals(List.of(Puppet.EPOCH), heard.outcomes().get(0).history());
    assertTrue(heard.outcomes().get(0).seconds() > 0);
  }

  /** By what the sweep knows: the slot, the worker's greeting, and where it went on from. */
  @Test
  void aWorkerThatDiedHasADeviceAnEngineAndTheTimeOfEarlierParts() throws Exception {
    sweep(1, "resumes");
    Outcome lost = heard.outcomes().get(0);
    assertEquals("cpu", lost.provenance().device());
    assertEquals("a puppet", lost.provenance().engine());
    assertEquals("2026-03-01T10:00:00Z", lost.provenance().started());
    assertEquals(2, lost.resumed());
    assertTrue(lost.seconds() > 40, () -> "" + lost.seconds());
  }

  @Test
  void halfAMessageOfADyingWorkerCostsItsTrialOnly() throws Exception {
    sweep(2, "stammers");
    assertEquals(2, heard.outcomes().size());
    assertEquals(List.of(Puppet.EPOCH), heard.outcomes().get(0).history());
    assertTrue(heard.outcomes().get(0).reason().contains("exit code 137"));
    assertTrue(heard.outcomes().get(1).completed());
  }

  @Test
  void ofAWorkerThatWasKilledItsExitCodeIsTold() throws Exception {
    sweep(1, "dies");
    String reason = heard.outcomes().get(0).reason();
    assertTrue(reason.startsWith("the worker process ended with exit code 137 (signal 9)"), reason);
  }

  /** SIGSTOP: the process lives and says nothing. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aWorkerThatFallsSilentIsEndedAndReplaced() throws Exception {
    Patience brief = Puppets.LONG.silence(Duration.ofSeconds(5));
    List<Ending> endings = sweep(Puppets.jobs(2), "freezes works", heard, brief);
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED), endings);
    assertEquals("the worker was silent for 5 s", heard.outcomes().get(0).reason());
    assertEquals(List.of(Puppet.EPOCH), heard.outcomes().get(0).history());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aNativeAbortCostsOneAttempt() throws Exception {
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED), sweep(2, "aborts works"));
    String reason = heard.outcomes().get(0).reason();
    assertTrue(reason.startsWith("the worker process ended with exit code 134 (signal 6)"), reason);
  }

  @Test
  void aWorkerWhoseJavaHeapIsFullHasRunOutOfMemory() throws Exception {
    assertEquals(List.of(Ending.OUT_OF_MEMORY), sweep(1, "full"));
    assertEquals(
        "the worker process ended with exit code 12, its Java heap being full",
        heard.outcomes().get(0).reason());
  }

  @Test
  void afterATrialWithoutMemoryTheWorkerIsReplaced() throws Exception {
    assertEquals(List.of(Ending.OUT_OF_MEMORY, Ending.COMPLETED), sweep(2, "needs works"));
  }

  /** On the processor it is not: what else takes memory there is not known. */
  @Test
  void aTrialWithoutMemoryOnASharedCardRunsAgainAlone() throws Exception {
    Workers workers = new Puppets(temp).playing("needs works").workers(2, Hardware.parse("gpu"));
    try (Sweep sweep = new Sweep(workers, temp::resolve, heard)) {
      sweep.run(Agenda.of(Puppets.jobs(1)));
    }
    assertEquals(List.of(Ending.COMPLETED), heard.endings());
    assertTrue(Files.readString(temp.resolve("job-0")).contains("again, now alone on gpu:0"));
  }

  /** By the same worker: it stopped when it was asked to. */
  @Test
  void aTrialThatTakesTooLongIsStoppedAndKeepsItsEpochs() throws Exception {
    List<Job> both = Puppets.jobs(2).stream().map(j -> j.within(Duration.ofSeconds(1))).toList();
    assertEquals(List.of(Ending.TIMED_OUT, Ending.TIMED_OUT), sweep(both, "endless works", heard));
    assertEquals("it took longer than the 1 s it was given", heard.outcomes().get(0).reason());
    assertEquals(List.of(Puppet.EPOCH), heard.outcomes().get(0).history());
  }

  @Test
  void aTrialThatDoesNotStopIsEnded() throws Exception {
    Patience all = Puppets.LONG;
    Patience brief = new Patience(all.start(), all.silence(), Duration.ofSeconds(1), all.pauses());
    List<Ending> endings = sweep(hurried(), "deaf works", heard, brief);
    assertEquals(List.of(Ending.TIMED_OUT, Ending.COMPLETED), endings);
    String reason = heard.outcomes().get(0).reason();
    assertTrue(reason.endsWith("; it did not stop, and was ended"), reason);
  }

  @Test
  void anErrorInTheListenerIsThrownFromTheSweep() {
    Error error = new StackOverflowError("made");
    Listener unwilling =
        new Heard() {
          @Override
          public void epoch(int worker, Job job, Epoch epoch) {
            throw error;
          }
        };
    Exception thrown =
        assertThrows(IllegalStateException.class, () -> sweep(Puppets.jobs(2), "works", unwilling));
    assertSame(error, thrown.getCause());
  }

  /** A second job that there is only once the first has ended, on two slots. */
  @Test
  void aSlotWaitsForJobsThatDependOnOthers() throws Exception {
    Queue<Job> first = new ArrayDeque<>(Puppets.jobs(1));
    Queue<Job> later = new ArrayDeque<>();
    Agenda agenda =
        new Agenda() {
          @Override
          public Optional<Job> next() {
            return Optional.ofNullable(first.isEmpty() ? later.poll() : first.poll());
          }

          @Override
          public void ended(Job job, Outcome outcome) {
            later.addAll(job.id().equals("job-0") ? Puppets.jobs(3).subList(1, 3) : List.of());
          }
        };
    Workers workers = new Puppets(temp).playing("works").workers(2, Hardware.CPU);
    try (Sweep sweep = new Sweep(workers, temp::resolve, heard)) {
      sweep.run(agenda);
    }
    assertEquals(3, heard.outcomes().size());
  }
}
