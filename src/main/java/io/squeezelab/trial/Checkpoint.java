package io.squeezelab.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.squeezelab.data.Safetensors;
import io.squeezelab.data.TensorFile;
import io.squeezelab.data.TensorSource;
import io.squeezelab.engine.Owned;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that holds where a trial is: a safetensors file with a checksum, whose metadata say of
 * which trial it is and where that was.
 */
final class Checkpoint {
  /** Numbers that are moved at once. */
  private static final int CHUNK = 1 << 20;

  private static final String PLACE = "place";

  private final TensorFile file;
  private final Bookmark bookmark;

  private Checkpoint(TensorFile file, Bookmark bookmark) {
    this.file = file;
    this.bookmark = bookmark;
  }

  /**
   * What makes two runs of a trial go on from each other's checkpoints.
   *
   * @param texts by name
   */
  record Stamp(Map<String, String> texts) {
    /** What a file says otherwise; empty where nothing. */
    private String against(TensorFile file) {
      return texts.entrySet().stream()
          .filter(one -> !file.metadata(one.getKey()).equals(one.getValue()))
          .map(
              one ->
                  "its "
                      + one.getKey()
                      + " is '"
                      + file.metadata(one.getKey())
                      + "', and not '"
                      + one.getValue()
                      + "'")
          .findFirst()
          .orElse("");
    }
  }

  /** Bytes that such a file takes, but for its header. */
  static long size(Map<String, NDArray> arrays) {
    return arrays.values().stream().mapToLong(a -> a.size() * Float.BYTES).sum();
  }

  /** Writes whole or not at all. */
  static void write(Path path, Stamp stamp, Bookmark bookmark, Map<String, NDArray> arrays)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(stamp.texts());
    metadata.put(PLACE, Trees.print(bookmark.tree()));
    Map<String, TensorSource> sources = new LinkedHashMap<>();
    arrays.forEach((name, array) -> sources.put(name, source(array)));
    Safetensors.writeSealed(path, metadata, sources);
  }

  private static TensorSource source(NDArray flat) {
    return new TensorSource(
        flat.getShape().getShape(),
        (from, count) -> {
          try (NDArray some = flat.get(from + ":" + (from + count))) {
            return some.toFloatArray();
          }
        });
  }

  /**
   * @throws BadInput with the reason why it cannot be used
   */
  static Checkpoint read(Path path, Stamp stamp) {
    try {
      TensorFile file = TensorFile.open(path);
      if (!file.intact()) {
        throw new BadInput(path + ": is damaged: its checksum does not fit");
      }
      String otherwise = stamp.against(file);
      if (!otherwise.isEmpty()) {
        throw new BadInput(path + ": " + otherwise);
      }
      return new Checkpoint(file, Bookmark.read(Trees.json(file.metadata(PLACE))));
    } catch (Problem | UncheckedIOException e) {
      throw new BadInput(path + ": " + e.getMessage(), e);
    }
  }

  Bookmark bookmark() {
    return bookmark;
  }

  /** Fills arrays of a training with what they held. */
  void fill(Map<String, NDArray> arrays) {
    Map<String, List<Long>> held = new LinkedHashMap<>(file.shapes());
    arrays.forEach(
        (name, array) -> {
          if (!List.of(array.size()).equals(held.get(name))) {
            throw new IllegalStateException(
                "the checkpoint holds no '" + name + "' of " + array.size() + " numbers");
          }
          fill(name, array);
        });
  }

  private void fill(String name, NDArray array) {
    int size = (int) array.size();
    for (int from = 0; from < size; from += CHUNK) {
      int count = Math.min(CHUNK, size - from);
      float[] numbers = file.read(name, from, count);
      try (NDArray some = Owned.of(array.getManager(), numbers, count)) {
        array.set(new NDIndex(from + ":" + (from + count)), some);
      }
    }
  }
}
