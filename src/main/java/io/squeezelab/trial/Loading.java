package io.squeezelab.trial;

import io.squeezelab.data.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a weights file goes where in a network.
 *
 * @param path of the file
 * @param tensors names in the file by names in the network
 * @param needed tensors that the network has
 * @param skipped tensors of the network that are not to be loaded
 * @param missing tensors of the network that the file lacks
 * @param leftOver names in the file, as renamed, that the network has no tensor for
 */
public record Loading(
    Path path,
    TensorFile file,
    Map<String, String> tensors,
    int needed,
    List<String> skipped,
    List<String> missing,
    List<String> leftOver) {

  private static final int MOST_SHOWN = 12;

  /** What does not fit, one a line for a list that is set in by two; of many only the first. */
  public static String some(List<String> faults) {
    int shown = Math.min(MOST_SHOWN, faults.size());
    String more = shown == faults.size() ? "" : "\n  and " + (faults.size() - shown) + " more";
    return String.join("\n  ", faults.subList(0, shown)) + more;
  }

  /** The numbers, by names in the network. */
  Map<String, float[]> read() {
    Map<String, float[]> numbers = new LinkedHashMap<>();
    tensors.forEach((ours, theirs) -> numbers.put(ours, file.read(theirs).numbers()));
    return numbers;
  }

  /** One line: {@code 60 of 62 tensors by name from a.safetensors; 2 skipped, 0 missing, …}. */
  public String brief() {
    return "%d of %d tensors by name from %s; %d skipped, %d missing, %d left over in the file"
        .formatted(
            tensors.size(),
            needed,
            path.getFileName(),
            skipped.size(),
            missing.size(),
            leftOver.size());
  }

  /** The whole of it, on several lines. */
  public String report() {
    List<String> lines = new ArrayList<>(List.of("starts from " + path + ": " + brief()));
    add(lines, "skipped, at their initial values", skipped);
    add(lines, "missing in the file, at their initial values", missing);
    add(lines, "left over in the file", leftOver);
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String what, List<String> names) {
    if (!names.isEmpty()) {
      lines.add("  " + what + ": " + String.join(", ", names));
    }
  }
}
