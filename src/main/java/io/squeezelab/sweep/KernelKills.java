package io.squeezelab.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How many processes the kernel has ended for want of memory, as Linux counts them: of the group of
 * processes that this one is in, or else of the machine. It tells such an end from one that
 * somebody else wished.
 */
final class KernelKills {
  private static final String COUNT = "oom_kill ";

  private KernelKills() {}

  /** Empty where the system does not tell. */
  static OptionalLong count() {
    return Stream.of(group(), Path.of("/proc/vmstat"))
        .map(KernelKills::lines)
        .map(KernelKills::count)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  /** Counted in version 2 of the kernel's groups. */
  private static Path group() {
    String path =
        lines(Path.of("/proc/self/cgroup")).stream()
            .filter(line -> line.startsWith("0::/"))
            .map(line -> line.substring("0::/".length()))
            .findFirst()
            .orElse("");
    return Path.of("/sys/fs/cgroup", path, "memory.events");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException untold) {
      return List.of();
    }
  }

  static OptionalLong count(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(COUNT))
        .mapToLong(line -> Long.parseLong(line.substring(COUNT.length()).trim()))
        .findFirst();
  }
}
