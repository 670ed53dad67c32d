package io.squeezelab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.engine.Hardware;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep does when it is to stop; the workers are puppets. */
class StopTest {
  @TempDir private Path temp;
  private final Heard heard = new Heard(2);

  private Sweep sweep(String script) throws Exception {
    Workers workers = new Puppets(temp).playing(script).workers(2, Hardware.CPU);
    return new Sweep(workers, temp::resolve, heard);
  }

  private CompletableFuture<Void> running(Sweep sweep) throws Exception {
    CompletableFuture<Void> over =
        CompletableFuture.runAsync(
            () -> {
              try {
                sweep.run(Agenda.of(Puppets.jobs(5)));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    heard.awaitEpochs();
    return over;
  }

  /** By their program: Java tells the first 4096 bytes of a command line, the class path, alone. */
  private static List<ProcessHandle> puppets() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .toList();
  }

  @Test
  void trialsUnderWayArePutDownAndNoOtherIsBegun() throws Exception {
    try (Sweep sweep = sweep("endless endless")) {
      CompletableFuture<Void> over = running(sweep);
      sweep.stop();
      over.get(2, TimeUnit.MINUTES);
      assertTrue(sweep.stopped());
    }
    assertEquals(List.of("job-0", "job-1"), heard.putDown().stream().sorted().toList());
    assertEquals(List.of(), heard.outcomes());
  }

  /** The second signal, while a worker does not answer the first. */
  @Test
  void aSweepThatIsClosedWaitsForNobody() throws Exception {
    Sweep sweep = sweep("deaf deaf");
    CompletableFuture<Void> over = running(sweep);
    sweep.stop();
    sweep.close();
    over.get(2, TimeUnit.MINUTES);
    assertEquals(List.of(), heard.outcomes());
  }

  @Test
  void aSweepThatWasStoppedBeforeItRunsBeginsNothing() throws Exception {
    try (Sweep sweep = sweep("works")) {
      sweep.stop();
      sweep.run(Agenda.of(Puppets.jobs(1)));
    }
    assertEquals(List.of(), heard.outcomes());
  }

  /** Of the in-process way; its trial has no time-out. */
  @Test
  void aTrialInThisProcessIsPutDownTooAndHasNoEnding() throws Exception {
    Workers here = new Puppets(temp).workers(0, Hardware.CPU);
    Job told = Puppets.jobs(1).get(0);
    InProcess run = new InProcess(here, temp::resolve, heard, () -> true);
    InProcess.Told watcher = run.new Told(told, new Log(), "an engine");
    assertTrue(watcher.stopping());
    assertEquals(Optional.empty(), watcher.outcome());
  }

  /** A terminal sends them to the whole group; the sweep alone answers. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void workersHearNoSignalOfTheTerminal() throws Exception {
    try (Sweep sweep = sweep("endless endless")) {
      CompletableFuture<Void> over = running(sweep);
      List<ProcessHandle> puppets = puppets();
      assertEquals(2, puppets.size());
      for (String signal : List.of("INT", "HUP", "TERM")) {
        for (ProcessHandle puppet : puppets) {
          new ProcessBuilder("kill", "-s", signal, Long.toString(puppet.pid())).start().waitFor();
        }
      }
      sweep.stop();
      over.get(2, TimeUnit.MINUTES);
    }
    assertEquals(2, heard.putDown().size(), "who died was not put down");
    assertEquals(List.of(), heard.outcomes());
  }
}
