package io.squeezelab.data;

import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The last tensor of a file that is to tell whether it is as it was written: CRC-32C of all bytes
 * before it, big-endian.
 */
final class Seal {
  static final String NAME = "checksum";
  static final int WIDTH = Integer.BYTES;

  private static final int CHUNK = 1 << 20;

  private Seal() {}

  /** Whether the file ends with a seal that fits the rest of it. */
  static boolean holds(Bytes file, TensorHeader header) {
    TensorHeader.Place place = header.tensors().get(NAME);
    boolean last = place != null && place.length() == WIDTH && place.from() + WIDTH == file.size();
    return last
        && file.part(place.from(), WIDTH).order(ByteOrder.BIG_ENDIAN).getInt()
            == (int) sum(file, place.from());
  }

  private static long sum(Bytes file, long end) {
    CRC32C sum = new CRC32C();
    for (long at = 0; at < end; at += CHUNK) {
      sum.update(file.part(at, (int) Math.min(CHUNK, end - at)));
    }
    return sum.getValue();
  }
}
