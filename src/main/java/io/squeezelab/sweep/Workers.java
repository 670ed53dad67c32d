package io.squeezelab.sweep;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many workers there are, where each computes, and how one is started: as this JVM was, with
 * the same class path and settings.
 *
 * @param count of slots; a slot has one worker at a time; 0: in the process of the sweep
 * @param devices which the slots take in turn
 * @param main class whose {@code worker} command serves
 */
public record Workers(
    int count, List<Hardware> devices, Shelf shelf, String main, Patience patience) {
  /** Property with the class path of workers, where it is not that of this JVM. */
  public static final String CLASS_PATH = "squeezelab.class-path";

  /**
   * Signals that a terminal or a batch system sends to every process of a group. The sweep alone
   * answers them, and tells its workers; what is ignored stays ignored in the program that takes
   * the shell's place, and a JVM leaves it so.
   */
  private static final String DEAF = "trap '' INT HUP TERM; exec \"$@\"";

  private static final Path SHELL = Path.of("/bin/sh");

  public Workers {
    Check.that(!devices.isEmpty(), "devices", "must be at least one");
    devices = List.copyOf(devices);
  }

  public Workers(int count, Hardware device, Shelf shelf, String main) {
    this(count, List.of(device), shelf, main, Patience.STANDARD);
  }

  /** Where a slot computes. */
  public Hardware device(int slot) {
    return devices.get(slot % devices.size());
  }

  List<String> command(int slot) {
    return command(slot, "worker");
  }

  /**
   * How a slot's process is started.
   *
   * @param task of the program: {@code worker}, or another that takes the same options
   */
  public List<String> command(int slot, String task) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(List.of(SHELL.toString(), "-c", DEAF, "worker"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath()));
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xshare:auto", "-Xmx2g", "-Djava.awt.headless=true"));
    command.addAll(List.of("-XX:+ErrorFileToStderr", "-XX:-CreateCoredumpOnCrash")); // to the log
    command.addAll(options(System.getenv().getOrDefault("SQUEEZELAB_JAVA", "")));
    command.add(main);
    command.addAll(List.of(task, "--device", device(slot).toString()));
    command.addAll(List.of("--data", shelf.folders().get(0).toString()));
    int readers = Math.max(1, shelf.readers() / Math.max(1, count));
    command.addAll(List.of("--readers", Integer.toString(readers)));
    return command;
  }

  /** Of this program, which a kernel of notebooks loads beside its own. */
  private static String classPath() {
    return System.getProperty(CLASS_PATH, System.getProperty("java.class.path"));
  }

  /** What the user wants every JVM of ours to be started with; the last of two options counts. */
  private static List<String> options(String text) {
    return text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
  }
}
