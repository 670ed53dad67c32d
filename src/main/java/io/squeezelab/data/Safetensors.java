package io.squeezelab.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;

/**
 * Named tensors in one file that many frameworks read: eight bytes with the length of a header,
 * little-endian; the header, JSON with type, shape and place of each tensor; then their numbers in
 * row-major order. Read as floats, whatever their type; written as floats.
 *
 * <p>Described at https://github.com/huggingface/safetensors.
 */
public final class Safetensors {
  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 18;

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
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(channel, Map.of(), tensors);
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
    Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(channel, metadata, tensors);
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh); // a full disk had better have the room
      throw e;
    }
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(
      FileChannel channel, Map<String, String> metadata, Map<String, Tensor> tensors)
      throws IOException {
    byte[] header = Trees.print(header(metadata, tensors)).getBytes(UTF_8);
    int padding = -header.length & ALIGNMENT - 1;
    ByteBuffer first = ByteBuffer.allocate(8 + header.length + padding);
    first.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length + padding);
    put(channel, first.put(header).put(" ".repeat(padding).getBytes(UTF_8)));
    ByteBuffer chunk =
        ByteBuffer.allocate(Element.F32.width * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (Tensor tensor : tensors.values()) {
      float[] numbers = tensor.numbers();
      for (int from = 0; from < numbers.length; from += CHUNK) {
        int some = Math.min(CHUNK, numbers.length - from);
        chunk.clear().asFloatBuffer().put(numbers, from, some);
        put(channel, chunk.position(some * Element.F32.width));
      }
    }
  }

  private static void put(FileChannel channel, ByteBuffer filled) throws IOException {
    filled.flip();
    while (filled.hasRemaining()) {
      channel.write(filled);
    }
  }

  private static ObjectNode header(Map<String, String> metadata, Map<String, Tensor> tensors) {
    ObjectNode header = Trees.object();
    if (!metadata.isEmpty()) {
      ObjectNode beside = header.putObject(TensorHeader.METADATA);
      metadata.forEach(beside::put);
    }
    long at = 0;
    for (Map.Entry<String, Tensor> one : tensors.entrySet()) {
      ObjectNode entry = header.putObject(one.getKey());
      entry.put("dtype", Element.F32.name());
      ArrayNode shape = entry.putArray("shape");
      Arrays.stream(one.getValue().shape()).forEach(shape::add);
      long end = at + (long) Element.F32.width * one.getValue().numbers().length;
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    return header;
  }
}
