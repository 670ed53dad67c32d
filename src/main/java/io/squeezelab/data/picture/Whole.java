package io.squeezelab.data.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A look at a file's two ends, which is enough to find what is empty, no picture, or cut off: a few
 * microseconds, where decoding takes a millisecond.
 */
public final class Whole {
  private static final int HEAD = 8;

  /** Some programs leave a few bytes behind the end of a picture. */
  private static final int TAIL = 4096;

  private Whole() {}

  /**
   * @throws Unreadable saying why this file cannot be decoded
   */
  public static void check(Path file) throws Unreadable {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      byte[] head = read(channel, 0, (int) Math.min(HEAD, size));
      int tail = (int) Math.min(TAIL, size);
      check(size, head, read(channel, size - tail, tail));
    } catch (Unreadable found) {
      throw found;
    } catch (IOException e) {
      throw new Unreadable("cannot be read: " + e.getMessage(), e);
    }
  }

  private static void check(long size, byte[] head, byte[] tail) throws Unreadable {
    if (size == 0) {
      throw new Unreadable("is empty");
    }
    Kind kind = Kind.of(head).orElseThrow(() -> new Unreadable("is no JPEG, PNG, GIF or BMP"));
    if (kind == Kind.JPEG && !holds(tail, 0xff, 0xd9)) {
      throw new Unreadable("is cut off: a JPEG without its end marker");
    }
    if (kind == Kind.PNG && !holds(tail, 'I', 'E', 'N', 'D')) {
      throw new Unreadable("is cut off: a PNG without its last chunk");
    }
  }

  private static byte[] read(FileChannel channel, long from, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // until it is full, or the file shorter than it was
    }
    return buffer.array();
  }

  private static boolean holds(byte[] bytes, int... sought) {
    for (int at = bytes.length - sought.length; at >= 0; at--) {
      int same = 0;
      while (same < sought.length && (bytes[at + same] & 0xff) == sought[same]) {
        same++;
      }
      if (same == sought.length) {
        return true;
      }
    }
    return false;
  }
}
