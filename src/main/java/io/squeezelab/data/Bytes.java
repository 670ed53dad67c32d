package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that can be read in parts, little-endian: a file, or bytes in memory. */
interface Bytes {
  /** What to call it in messages. */
  String name();

  long size();

  /** A part of it, from position 0 to the limit. */
  ByteBuffer part(long from, int length);

  default BadInput fault(String what) {
    return new BadInput(name() + ": " + what);
  }

  static Bytes of(String name, byte[] bytes) {
    return new Bytes() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public ByteBuffer part(long from, int length) {
        ByteBuffer part = ByteBuffer.wrap(bytes, (int) from, length).slice();
        return part.order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }

  /** A file, of which only the parts that are asked for come into memory. */
  static Bytes of(Path path) throws IOException {
    long size = Files.size(path);
    return new Bytes() {
      @Override
      public String name() {
        return path.toString();
      }

      @Override
      public long size() {
        return size;
      }

      @Override
      public ByteBuffer part(long from, int length) {
        try (FileChannel channel = FileChannel.open(path)) {
          ByteBuffer part = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
          while (part.hasRemaining()) {
            if (channel.read(part, from + part.position()) < 0) {
              throw new EOFException("it has become shorter");
            }
          }
          return part.flip();
        } catch (IOException e) {
          throw new BadInput("cannot read " + path + ": " + e.getMessage(), e);
        }
      }
    };
  }
}
