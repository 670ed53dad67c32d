package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.squeezelab.cost.Dims;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Borders worked out by hand. */
class PaddedTest {
  private static byte[] padded(Images images, int crop, Border border) {
    Padded padded = new Padded(images, crop, border);
    int channels = images.dims().channels();
    byte[] all = new byte[images.count() * padded.height() * padded.width() * channels];
    padded.write(ByteBuffer.wrap(all));
    return all;
  }

  private static Images images(Dims dims, int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    return new Images(bytes, new int[(int) (bytes.length / dims.size())], dims);
  }

  @Test
  void blackIsZeroAllAround() {
    Images two = images(new Dims(1, 1, 2), 1, 2, 3, 4);
    byte[] expected = {0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0};
    assertArrayEquals(expected, padded(two, 1, Border.BLACK));
  }

  /** The outermost pixels are mirrors and stand once: 3 2 1 2 3 2 1. */
  @Test
  void reflectionDoesNotRepeatTheEdge() {
    Images image = images(new Dims(1, 3, 3), 11, 12, 13, 21, 22, 23, 31, 32, 33);
    byte[] expected = {
      33, 32, 31, 32, 33, 32, 31,
      23, 22, 21, 22, 23, 22, 21,
      13, 12, 11, 12, 13, 12, 11,
      23, 22, 21, 22, 23, 22, 21,
      33, 32, 31, 32, 33, 32, 31,
      23, 22, 21, 22, 23, 22, 21,
      13, 12, 11, 12, 13, 12, 11,
    };
    assertArrayEquals(expected, padded(image, 2, Border.REFLECT));
  }

  @Test
  void theChannelsOfAPixelStayTogether() {
    Images image = images(new Dims(3, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    byte[] row = {10, 11, 12, 7, 8, 9, 10, 11, 12, 7, 8, 9};
    byte[] all = padded(image, 1, Border.REFLECT);
    assertArrayEquals(row, java.util.Arrays.copyOf(all, 12));
  }

  @Test
  void withoutABorderNothingIsAdded() {
    Images image = images(new Dims(1, 2, 2), 1, 2, 3, 4);
    assertArrayEquals(image.pixels(), padded(image, 0, Border.REFLECT));
  }
}
