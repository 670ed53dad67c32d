package io.squeezelab.trial;

import io.squeezelab.spec.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file named by a path in which {@code *} stands for any part of a name: the one that a sweep
 * kept, whatever the id of its trial.
 */
final class OneFile {
  private OneFile() {}

  /**
   * @param folder from which the path starts
   * @throws Problem unless exactly one file is meant
   */
  static Path of(Path folder, String path) {
    Path whole = folder.resolve(path).toAbsolutePath().normalize();
    if (!path.contains("*")) {
      return whole;
    }
    List<Path> meant = meant(whole);
    if (meant.size() != 1) {
      String found = meant.isEmpty() ? "no file" : "several: " + meant;
      throw new Problem("", "must mean one file; " + whole + " means " + found);
    }
    return meant.get(0);
  }

  private static List<Path> meant(Path whole) {
    Path fixed = whole;
    while (fixed.toString().contains("*")) {
      fixed = fixed.getParent();
    }
    PathMatcher matcher = whole.getFileSystem().getPathMatcher("glob:" + whole);
    int depth = whole.getNameCount() - fixed.getNameCount();
    try (Stream<Path> files = Files.walk(fixed, depth)) {
      return files.filter(matcher::matches).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
