package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Trees;
import io.squeezelab.sweep.Booking;
import io.squeezelab.sweep.Neighbours;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squeezelab latency}: how long networks take to answer, and what training them needs. */
@Command(
    name = "latency",
    description = "Measures time per pass and memory of a training step, alone on the device.")
final class LatencyCommand implements Callable<Integer> {
  /** Share of a core beyond which other processes disturb; a desktop at rest takes less. */
  private static final double QUIET = 0.25;

  private static final double LOOK = 1; // seconds

  /** That measure the memory of each network; docs/latency.md says how far they differ. */
  private static final int PROCESSES = 3;

  @Mixin private CandidateOptions networks;

  @Option(names = "--batch", defaultValue = "1,32", split = ",", description = "images a pass")
  private List<Integer> batches;

  @Option(names = "--rounds", defaultValue = "20", description = "measurements of each")
  private int rounds;

  @Option(names = "--warm-up", defaultValue = "3", description = "passes before them")
  private int warmUp;

  @Option(names = "--threads", defaultValue = "1", description = "of one operation")
  private int threads;

  @Mixin private DeviceOption device;

  @Option(names = "--no-memory", description = "leave the training step's memory out")
  private boolean noMemory;

  @Option(names = "--shared", description = "measure beside other work, and mark the figures")
  private boolean shared;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    batches.forEach(batch -> Check.within("--batch", 1, 65_537, batch));
    Check.within("--rounds", 1, 100_001, rounds);
    Check.within("--warm-up", 1, 100_001, warmUp);
    Check.within("--threads", 1, 1025, threads);
    List<Candidate> candidates = networks.candidates();
    Hardware hardware = device.hardware();
    try (Booking alone = booked(hardware)) {
      String disturbed = alone == null ? "trials run on " + hardware : busy();
      if (!disturbed.isEmpty() && !shared) {
        throw new BadInput(
            disturbed + ", which would spoil the figures; wait, or mark them with --shared");
      }
      List<Measured> measured = new ArrayList<>();
      for (int batch : batches) {
        measured.add(measure(candidates, batch, hardware));
      }
      print(measured, candidates.get(0), hardware, disturbed);
    }
    return Main.DONE;
  }

  private Booking booked(Hardware hardware) {
    Optional<Booking> booking = Booking.alone(hardware);
    return booking.orElse(null);
  }

  /** What disturbs; empty where nothing does, or the system does not tell. */
  private static String busy() throws InterruptedException {
    double cores = new Neighbours().cores(LOOK);
    String text = String.format(Locale.ROOT, "other processes keep %.1f cores busy", cores);
    return cores > QUIET ? text : "";
  }

  private Measured measure(List<Candidate> candidates, int batch, Hardware hardware)
      throws InterruptedException {
    Neighbours neighbours = new Neighbours();
    Turns turns = Turns.of(candidates, batch, threads, hardware, warmUp, rounds);
    double cores = neighbours.cores();
    int processes = noMemory ? 0 : PROCESSES;
    List<Need> needs = MemoryCommand.ask(candidates, batch, threads, hardware, processes);
    return Measured.of(turns, batch, cores, needs);
  }

  private void print(List<Measured> all, Candidate first, Hardware hardware, String disturbed) {
    boolean noisy = all.stream().anyMatch(m -> m.neighbours() > QUIET);
    boolean alone = disturbed.isEmpty() && !noisy;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode tree = Trees.object().put("device", hardware.toString()).put("threads", threads);
      tree.put("rounds", rounds).put("alone", alone).put("input", first.input().toString());
      tree.putArray("batches").addAll(all.stream().map(Measured::tree).toList());
      out.println(Trees.pretty(tree));
      return;
    }
    for (Measured measured : all) {
      out.println(measured.table());
      measured.remarks().forEach(out::println);
      out.println();
    }
    out.println(Measured.how(first.input(), hardware.toString(), threads, rounds));
    if (!alone) {
      String why = disturbed.isEmpty() ? "other processes were busy meanwhile" : disturbed;
      out.println("NOT ALONE on the device (" + why + "): not comparable with other figures.");
    }
  }
}
