package io.squeezelab.data;

import io.squeezelab.data.picture.Unreadable;
import io.squeezelab.data.picture.Whole;
import io.squeezelab.spec.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    ForkJoinPool pool = new ForkJoinPool(readers);
    try {
      String[] reasons =
          pool.submit(() -> files.parallelStream().map(Inspection::fault).toArray(String[]::new))
              .join();
      Map<Path, String> faults = new TreeMap<>();
      for (int i = 0; i < reasons.length; i++) {
        if (reasons[i] != null) {
          faults.put(files.get(i), reasons[i]);
        }
      }
      return faults;
    } finally {
      pool.shutdown();
    }
  }

  private static String fault(Path file) {
    try {
      Whole.check(file);
      return null;
    } catch (Unreadable reason) {
      return reason.getMessage();
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
