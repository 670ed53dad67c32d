package io.squeezelab.data;

import io.squeezelab.data.picture.Unreadable;
import io.squeezelab.data.picture.Whole;
import io.squeezelab.spec.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;

/** A quick look at many picture files: which of them cannot be decoded, and why. */
final class Inspection {
  private static final int NAMED = 5;

  private Inspection() {}

  /**
   * @param readers threads that may read at once
   */
  static Map<Path, String> of(List<Path> files, int readers) {
    Map<Path, String> faults = new ConcurrentSkipListMap<>();
    together(
        readers,
        () ->
            files.parallelStream()
                .forEach(
                    file -> {
                      try {
                        Whole.check(file);
                      } catch (Unreadable reason) {
                        faults.put(file, reason.getMessage());
                      }
                    }));
    return faults;
  }

  /** Runs a task whose parallel streams then use so many threads. */
  static void together(int readers, Runnable task) {
    ForkJoinPool pool = new ForkJoinPool(readers);
    try {
      pool.submit(task).join();
    } finally {
      pool.shutdown();
    }
  }

  static BadInput refusal(Map<Path, String> faults) {
    String named =
        faults.entrySet().stream()
            .limit(NAMED)
            .map(fault -> fault.getKey() + " " + fault.getValue())
            .collect(Collectors.joining("\n"));
    int more = faults.size() - NAMED;
    String rest = more > 0 ? "\nand " + more + " more files cannot be decoded" : "";
    return new BadInput(named + rest + "\ndata.corrupt: skip leaves such files out");
  }
}
