package io.squeezelab.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;

/** Puts a safetensors file on a channel. */
final class TensorWriter {
  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 18;

  private final FileChannel channel;
  private final CRC32C sum = new CRC32C();

  TensorWriter(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param sealed whether a {@link Seal} comes last
   */
  void write(Map<String, String> metadata, Map<String, TensorSource> tensors, boolean sealed)
      throws IOException {
    byte[] header = Trees.print(header(metadata, tensors, sealed)).getBytes(UTF_8);
    int padding = -header.length & ALIGNMENT - 1;
    ByteBuffer first = ByteBuffer.allocate(8 + header.length + padding);
    first.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length + padding);
    put(first.put(header).put(" ".repeat(padding).getBytes(UTF_8)));
    ByteBuffer chunk =
        ByteBuffer.allocate(Element.F32.width * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (TensorSource tensor : tensors.values()) {
      int size = tensor.size();
      for (int from = 0; from < size; from += CHUNK) {
        int some = Math.min(CHUNK, size - from);
        chunk.clear().asFloatBuffer().put(tensor.part().numbers(from, some));
        put(chunk.position(some * Element.F32.width));
      }
    }
    if (sealed) {
      put(ByteBuffer.allocate(Seal.WIDTH).putInt((int) sum.getValue()));
    }
  }

  private void put(ByteBuffer filled) throws IOException {
    filled.flip();
    sum.update(filled.duplicate());
    while (filled.hasRemaining()) {
      channel.write(filled);
    }
  }

  private static ObjectNode header(
      Map<String, String> metadata, Map<String, TensorSource> tensors, boolean sealed) {
    ObjectNode header = Trees.object();
    if (!metadata.isEmpty()) {
      ObjectNode beside = header.putObject(TensorHeader.METADATA);
      metadata.forEach(beside::put);
    }
    long at = 0;
    for (Map.Entry<String, TensorSource> one : tensors.entrySet()) {
      long[] shape = one.getValue().shape();
      long end = at + (long) Element.F32.width * one.getValue().size();
      entry(header, one.getKey(), Element.F32, at, end, shape);
      at = end;
    }
    if (sealed) {
      entry(header, Seal.NAME, Element.U8, at, at + Seal.WIDTH, Seal.WIDTH);
    }
    return header;
  }

  private static void entry(
      ObjectNode header, String name, Element type, long from, long end, long... sides) {
    ObjectNode entry = header.putObject(name);
    entry.put("dtype", type.name());
    ArrayNode shape = entry.putArray("shape");
    Arrays.stream(sides).forEach(shape::add);
    entry.putArray("data_offsets").add(from).add(end);
  }
}
