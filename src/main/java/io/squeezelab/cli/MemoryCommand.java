package io.squeezelab.cli;

import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.StepMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code squeezelab memory}: what latency starts as child process for each network, because an
 * allocator keeps what it once had.
 */
@Command(name = "memory", hidden = true, description = "Measures the memory of training steps.")
final class MemoryCommand implements Callable<Integer> {
  private static final String MARK = "memory: ";

  @Parameters private String candidate;

  @Option(names = "--batch", required = true)
  private int batch;

  @Option(names = "--micro-batch", defaultValue = "0")
  private int microBatch;

  @Option(names = "--threads", required = true)
  private int threads;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Candidate network = Bind.inline(Candidate.class, candidate);
    long bytes =
        StepMemory.of(network.network(), batch, microBatch, device.hardware(), threads).orElse(0);
    spec.commandLine().getOut().println(MARK + bytes);
    return Main.DONE;
  }

  /**
   * What each network needs, measured in turns; null where the system does not tell.
   *
   * @param processes that measure each; may be 0
   */
  static List<Need> ask(
      List<Candidate> candidates, int batch, int threads, Hardware hardware, int processes)
      throws InterruptedException {
    List<List<Long>> bytes = new ArrayList<>();
    candidates.forEach(candidate -> bytes.add(new ArrayList<>()));
    for (int i = 0; i < processes; i++) {
      for (int k = 0; k < candidates.size(); k++) {
        bytes.get(k).add(ask(candidates.get(k), batch, threads, hardware));
      }
    }
    List<Need> needs = new ArrayList<>();
    bytes.forEach(each -> needs.add(Need.of(each)));
    return needs;
  }

  /** Bytes that a process of its own measures; 0 where it cannot. */
  private static long ask(Candidate candidate, int batch, int threads, Hardware hardware)
      throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-XX:+UseSerialGC"));
    command.addAll(List.of(Main.class.getName(), "memory", Trees.print(Print.tree(candidate))));
    command.addAll(List.of("--batch", "" + batch, "--threads", "" + threads));
    command.addAll(List.of("--device", hardware.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(hardware.environment());
    try {
      Process child = builder.start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> line.startsWith(MARK))
            .mapToLong(line -> Long.parseLong(line.substring(MARK.length())))
            .sum();
      }
    } catch (IOException e) {
      return 0;
    }
  }
}
