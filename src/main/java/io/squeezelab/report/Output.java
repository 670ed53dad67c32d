package io.squeezelab.report;

import io.squeezelab.data.Whole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of one report: a reader finds each one whole, the old or the new. */
final class Output {
  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  Output(Path folder) {
    this.folder = folder;
  }

  List<Path> written() {
    return List.copyOf(written);
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Whole.write(file, bytes);
    written.add(file);
  }

  void write(Charts.Drawn chart) throws IOException {
    write("charts/" + chart.name() + ".svg", chart.svg() + "\n");
    write("charts/" + chart.name() + ".png", chart.png().get());
    write("charts/" + chart.name() + ".pdf", chart.pdf().get());
  }

  /** Takes away the files of a folder with such names that this report has not written. */
  void removeOthers(String folderName, String start) throws IOException {
    Path inner = folder.resolve(folderName);
    if (!Files.isDirectory(inner)) {
      return;
    }
    try (Stream<Path> files = Files.list(inner)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(start)).toList()) {
        if (!written.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Takes away what an earlier report wrote and this one does not have. */
  void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }
}
