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
    command.add(main);
    command.addAll(List.of("worker", "--device", hardware.toString()));
    command.addAll(List.of("--data", shelf.folders().get(0).toString()));
    return command;
  }
}
