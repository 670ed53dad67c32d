package io.squeezelab.data;

import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors in one file that many frameworks read: eight bytes with the length of a header,
 * little-endian; the header, JSON with type, shape and place of each tensor; then their numbers in
 * row-major order. Read as floats, whatever their type; written as floats.
 *
 * <p>Described at https://github.com/huggingface/safetensors.
 */
public final class Safetensors {
  private Safetensors() {}

  /**
   * @throws BadInput if the file is not there, or is no whole safetensors file
   */
  public static Map<String, Tensor> read(Path path) {
    return TensorFile.open(path).readAll();
  }

  /**
   * @param name what to call these bytes in messages
   */
  public static Map<String, Tensor> read(String name, byte[] bytes) {
    return TensorFile.of(name, bytes).readAll();
  }

  /** Replaces the file if there is one. */
  public static void write(Path path, Map<String, Tensor> tensors) {
    try {
      write(path, Map.of(), sources(tensors), false);
    } catch (NoSuchFileException e) {
      throw new BadInput("cannot write " + path + ": its folder does not exist", e);
    } catch (IOException e) {
      throw new BadInput("cannot write " + path + ": " + e, e);
    }
  }

  /**
   * Writes whole or not at all, also where the power goes: beside, and then into place.
   *
   * @param metadata texts that other readers pass over
   */
  public static void writeWhole(
      Path path, Map<String, String> metadata, Map<String, Tensor> tensors) throws IOException {
    writeWhole(path, metadata, sources(tensors), false);
  }

  /**
   * The same with a checksum at the end ({@link TensorFile#intact}), of tensors that need not be in
   * memory at once.
   */
  public static void writeSealed(
      Path path, Map<String, String> metadata, Map<String, TensorSource> tensors)
      throws IOException {
    writeWhole(path, metadata, tensors, true);
  }

  private static void writeWhole(
      Path path, Map<String, String> metadata, Map<String, TensorSource> tensors, boolean sealed)
      throws IOException {
    Whole.store(path, fresh -> write(fresh, metadata, tensors, sealed));
  }

  private static void write(
      Path path, Map<String, String> metadata, Map<String, TensorSource> tensors, boolean sealed)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      new TensorWriter(channel).write(metadata, tensors, sealed);
    }
  }

  private static Map<String, TensorSource> sources(Map<String, Tensor> tensors) {
    Map<String, TensorSource> sources = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> sources.put(name, TensorSource.of(tensor)));
    return sources;
  }
}
