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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

  private Safetensors() {}

  /**
   * @throws BadInput if the file is not there, or is no whole safetensors file
   */
  public static Map<String, Tensor> read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInput(Files.exists(path) ? path + " is no file" : "no such file: " + path);
    }
    try {
      if (Files.size(path) > Integer.MAX_VALUE - ALIGNMENT) {
        throw new BadInput(path + ": is larger than 2 GiB, the most that is read");
      }
      return read(path.toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new BadInput("cannot read " + path + ": " + e, e);
    }
  }

  /**
   * @param name what to call these bytes in messages
   */
  public static Map<String, Tensor> read(String name, byte[] bytes) {
    return TensorReader.read(new Blob(name, bytes));
  }

  /** Replaces the file if there is one. */
  public static void write(Path path, Map<String, Tensor> tensors) {
    byte[] header = Trees.print(header(tensors)).getBytes(UTF_8);
    int padding = -header.length & ALIGNMENT - 1;
    long size = 8L + header.length + padding;
    for (Tensor tensor : tensors.values()) {
      size += bytes(tensor);
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length + padding).put(header).put(" ".repeat(padding).getBytes(UTF_8));
    for (Tensor tensor : tensors.values()) {
      for (float number : tensor.numbers()) {
        bytes.putFloat(number);
      }
    }
    try {
      Files.write(path, bytes.array());
    } catch (NoSuchFileException e) {
      throw new BadInput("cannot write " + path + ": its folder does not exist", e);
    } catch (IOException e) {
      throw new BadInput("cannot write " + path + ": " + e, e);
    }
  }

  private static long bytes(Tensor tensor) {
    return (long) Element.F32.width * tensor.numbers().length;
  }

  private static ObjectNode header(Map<String, Tensor> tensors) {
    ObjectNode header = Trees.object();
    long at = 0;
    for (Map.Entry<String, Tensor> one : tensors.entrySet()) {
      ObjectNode entry = header.putObject(one.getKey());
      entry.put("dtype", Element.F32.name());
      ArrayNode shape = entry.putArray("shape");
      Arrays.stream(one.getValue().shape()).forEach(shape::add);
      long end = at + bytes(one.getValue());
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    return header;
  }
}
