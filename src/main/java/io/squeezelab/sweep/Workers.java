package io.squeezelab.sweep;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many workers there are and how one is started: as this JVM was, with the same class path and
 * settings.
 *
 * @param main class whose {@code worker} command serves
 */
public record Workers(int count, Hardware hardware, Shelf shelf, String main) {

  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xshare:auto", "-Xmx2g", "-Djava.awt.headless=true"));
    command.addAll(options(System.getenv().getOrDefault("SQUEEZELAB_JAVA", "")));
    command.add(main);
    command.addAll(List.of("worker", "--device", hardware.toString()));
    command.addAll(List.of("--data", shelf.folders().get(0).toString()));
    int readers = Math.max(1, shelf.readers() / Math.max(1, count));
    command.addAll(List.of("--readers", Integer.toString(readers)));
    return command;
  }

  /** What the user wants every JVM of ours to be started with; the last of two options counts. */
  private static List<String> options(String text) {
    return text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
  }
}
