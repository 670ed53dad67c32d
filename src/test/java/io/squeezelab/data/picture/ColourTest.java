package io.squeezelab.data.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected levels are those of torchvision 0.22.1 on Pillow, printed for the same pixels. */
class ColourTest {
  private static byte[] pixels() {
    return bytes("10 200 30 250 128 7 0 0 0 90 91 200");
  }

  private static byte[] bytes(String text) {
    int[] numbers = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) numbers[i];
    }
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "BRIGHTNESS, 0.3, 3 60 9 75 38 2 0 0 0 27 27 60",
    "BRIGHTNESS, 1.7, 17 255 51 255 217 11 0 0 0 153 154 255",
    "CONTRAST, 0.3, 69 126 75 141 104 68 66 66 66 93 93 126",
    "CONTRAST, 1.7, 0 255 0 255 151 0 0 0 0 86 88 255",
    "SATURATION, 0.3, 89 146 95 180 144 107 0 0 0 99 99 132",
    "SATURATION, 1.7, 0 253 0 255 111 0 0 0 0 80 82 255"
  })
  void coloursAreThoseOfPillow(Colour colour, float factor, String expected) {
    byte[] levels = pixels();
    colour.change(levels, factor);
    assertArrayEquals(bytes(expected), levels);
  }

  @Test
  void withoutStrengthNothingIsDrawn() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] levels = pixels();
    new Jitter(0, 0, 0).change(levels, random);
    assertArrayEquals(pixels(), levels);
    assertArrayEquals(
        new long[] {new SplittableRandom(1).nextLong()}, new long[] {random.nextLong()});
  }

  /** Of a brightness of 1, factors from 0 to 2 come in equal shares. */
  @Test
  void factorsAreUniform() {
    SplittableRandom random = new SplittableRandom(2);
    Jitter jitter = new Jitter(1, 0, 0);
    int[] quarters = new int[4];
    for (int i = 0; i < 4000; i++) {
      byte[] grey = {100, 100, 100};
      jitter.change(grey, random);
      quarters[Math.min(3, (grey[0] & 0xff) / 50)]++;
    }
    for (int share : quarters) {
      assertFalse(share < 900 || share > 1100, Arrays.toString(quarters)); // 1000, deviation 27
    }
  }
}
