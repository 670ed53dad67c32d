package io.squeezelab.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoint files of one trial in its folder, named after the steps that were done. The last
 * two that are good stay while it runs.
 */
public final class Generations {
  private static final int KEPT = 2;
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{1,18})\\.safetensors");

  private final Path folder;
  private final Deque<Path> good = new ArrayDeque<>();

  Generations(Path folder) {
    this.folder = folder;
  }

  /** Where the checkpoint after so many steps is, or is to be. */
  Path at(long steps) {
    return folder.resolve("checkpoint-" + steps + ".safetensors");
  }

  /** All that there are, that of the most steps first. */
  List<Path> newestFirst() throws IOException {
    return files(folder).stream()
        .filter(file -> steps(file) >= 0)
        .sorted(Comparator.comparingLong(Generations::steps).reversed())
        .toList();
  }

  /** The trial goes on from this one, or has just written it: what is older than the last goes. */
  void add(Path file) throws IOException {
    good.remove(file);
    good.addFirst(file);
    if (good.size() > KEPT) {
      good.removeLast();
    }
  }

  /** Deletes what none can go on from any more: all but the last two that are good. */
  void prune() throws IOException {
    for (Path file : files(folder)) {
      if (!good.contains(file)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Deletes the older one of two. */
  void thin() throws IOException {
    if (good.size() == KEPT) {
      good.removeLast();
      prune();
    }
  }

  /** Whether a folder has any, as far as it can be read. */
  public static boolean any(Path folder) {
    try {
      return !files(folder).isEmpty();
    } catch (IOException e) {
      return false; // nor could they be deleted
    }
  }

  /** Deletes all of a folder; what cannot be deleted takes room and does no other harm. */
  public static void clear(Path folder) {
    try {
      for (Path file : files(folder)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // the next sweep tries it again
    }
  }

  /** Checkpoints, and what a crash left of one that was being written. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith("checkpoint-")).toList();
    }
  }

  private static long steps(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
