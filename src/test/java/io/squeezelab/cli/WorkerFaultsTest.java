package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import io.squeezelab.sweep.Agenda;
import io.squeezelab.sweep.Job;
import io.squeezelab.sweep.Listener;
import io.squeezelab.sweep.Sweep;
import io.squeezelab.sweep.Workers;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real workers that are killed, and sweeps that are: what is left, and what is not. */
@Tag("engine")
@EnabledOnOs({OS.LINUX, OS.MAC})
class WorkerFaultsTest {
  /** Its evaluations take longer than its steps. */
  private static final String TRIAL =
      """
      {"data": {"type": "fashion-mnist-mini", "validation": 5500},
       "backbone": {"type": "resnet-cifar", "depth": 8, "width": 4},
       "train": {"epochs": 2, "batch": 128, "rate": {"type": "constant", "base": 0.1}}, "seed": 0}
      """;

  private static final String EXPERIMENT =
      """
      name: tiny
      trial:
        data: {type: fashion-mnist-mini, validation: 5000}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: none
        train: {epochs: 1, batch: 256, rate: {type: constant, base: 0.1}}
      axes: {train.rate.base: [0.1]}
      seeds: 2
      run: {retry: {failed: 0, out-of-memory: 0}}
      """;

  @TempDir private Path temp;

  /** By their program: Java tells the first 4096 bytes of a command line, the class path, alone. */
  private static List<ProcessHandle> workers(ProcessHandle sweep) {
    return sweep
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .toList();
  }

  private static void kill(String signal, ProcessHandle process) {
    try {
      String pid = Long.toString(process.pid());
      new ProcessBuilder("kill", "-s", signal, pid).start().waitFor();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the worker killed in the phase that its job is named after. */
  private static final class Killer implements Listener {
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    private static void strike(String signal) {
      workers(ProcessHandle.current()).forEach(worker -> kill(signal, worker));
    }

    private static void strikeAfter(double seconds) {
      Runnable later =
          () -> {
            try {
              TimeUnit.NANOSECONDS.sleep((long) (1e9 * seconds));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            strike("KILL");
          };
      new Thread(later).start();
    }

    @Override
    public void started(int worker, Job job) {
      if (job.id().equals("order")) {
        strike("KILL");
      } else if (job.id().equals("loading")) {
        strikeAfter(0.1);
      }
    }

    /** An epoch's time is that of its steps; its evaluation takes more. */
    @Override
    public void epoch(int worker, Job job, Epoch epoch) {
      switch (job.id() + " " + epoch.epoch()) {
        case "step 1" -> strikeAfter(0.5 * epoch.seconds());
        case "evaluation 1" -> strikeAfter(1.5 * epoch.seconds());
        case "end 2" -> strike("KILL");
        case "abort 1" -> strike("ABRT");
        default -> {}
      }
    }

    @Override
    public void gates(int worker, Job job, Gates gates) {}

    @Override
    public void finished(int worker, Job job, Outcome outcome) {
      outcomes.put(job.id(), outcome);
    }
  }

  /** The first of its processes dies before its first word. */
  private static void killTheFirst() {
    while (workers(ProcessHandle.current()).isEmpty()) {
      Thread.onSpinWait();
    }
    Killer.strike("KILL");
  }

  @Test
  void aWorkerKilledInAnyPhaseCostsItsJobAndNoOther() throws Exception {
    Trial trial = Bind.read(Trial.class, Trees.json(TRIAL));
    List<String> phases = List.of("order", "loading", "step", "evaluation", "end", "abort");
    List<Job> jobs =
        Stream.of(List.of("before"), phases, List.of("after"))
            .flatMap(List::stream)
            .map(phase -> new Job(phase, "a", trial, 1))
            .toList();
    Workers workers = new Workers(1, Hardware.CPU, new Shelf(List.of(temp)), Main.class.getName());
    Killer killer = new Killer();
    new Thread(WorkerFaultsTest::killTheFirst).start();
    try (Sweep sweep = new Sweep(workers, temp::resolve, killer)) {
      sweep.run(Agenda.of(jobs));
    }
    for (String phase : phases) {
      Outcome outcome = killer.outcomes.get(phase);
      String signal = phase.equals("abort") ? "134 (signal 6)" : "137 (signal 9)";
      assertEquals(Ending.FAILED, outcome.ending(), phase);
      assertTrue(outcome.reason().contains("exit code " + signal), phase + outcome.reason());
    }
    Metrics before = killer.outcomes.get("before").metrics();
    assertEquals(before, killer.outcomes.get("after").metrics());
    assertTrue(before.top1() > 0, before.toString());
  }

  private Process sweep(Path results, String... options) throws Exception {
    Path file = Files.writeString(temp.resolve("tiny.yaml"), EXPERIMENT);
    List<String> arguments = new ArrayList<>(List.of("sweep", file.toString()));
    arguments.addAll(List.of("--results", results.toString()));
    arguments.addAll(List.of(options));
    ProcessBuilder builder = Shown.process(List.of(), List.of(), arguments.toArray(String[]::new));
    builder.environment().put("SQUEEZELAB_JAVA", "-Xmx14m"); // for its workers; enough to start
    return builder.redirectErrorStream(true).redirectOutput(temp.resolve("said").toFile()).start();
  }

  /** The set does not fit; a worker that has been so short of memory is replaced. */
  @Test
  void aFullJavaHeapIsAnOutcome() throws Exception {
    Path results = temp.resolve("results");
    assertEquals(1, sweep(results, "--workers", "1").waitFor());
    List<Ending> endings =
        TrialLog.read(results).results().stream().map(r -> r.outcome().ending()).toList();
    assertEquals(List.of(Ending.OUT_OF_MEMORY, Ending.OUT_OF_MEMORY), endings);
  }

  /** The sweep is killed while its workers start, so that nobody tells them anything. */
  @Test
  void noWorkerOutlivesASweepThatIsKilledWhileItStarts() throws Exception {
    Path results = temp.resolve("results");
    Process sweep = sweep(results, "--workers", "2");
    while (workers(sweep.toHandle()).isEmpty()) {
      assertTrue(sweep.isAlive(), () -> "it ended");
    }
    List<ProcessHandle> workers = workers(sweep.toHandle());
    sweep.destroyForcibly().waitFor();
    for (ProcessHandle worker : workers) {
      worker.onExit().get(20, TimeUnit.SECONDS);
    }
    assertEquals(1, sweep(results, "--max-trials", "1").waitFor(), "the folder is free again");
  }
}
