package io.squeezelab.data.picture;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of file that are read, by their first bytes: names lie (one of ImageNet's JPEG files is
 * a PNG).
 */
enum Kind {
  JPEG(0xff, 0xd8, 0xff),
  PNG(0x89, 'P', 'N', 'G'),
  GIF('G', 'I', 'F', '8'),
  BMP('B', 'M');

  private final int[] start;

  Kind(int... start) {
    this.start = start;
  }

  static Optional<Kind> of(byte[] head) {
    return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst();
  }

  private boolean begins(byte[] head) {
    for (int i = 0; i < start.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
