package io.squeezelab.data.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected levels are those of torchvision 0.22.1 on Pillow, printed for the same picture. */
class ResamplingTest {
  private static final Picture PICTURE = picture(7, 5);

  private static Picture picture(int width, int height) {
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int green = (x * x * 5 + y * 23) % 256;
        pixels[y * width + x] =
            Picture.pack((x * 37 + y * 11) % 256, green, x * y * 17 % 256) | 0x5a; // means nothing
      }
    }
    return new Picture(width, height, pixels);
  }

  private static int[] levels(byte[] image) {
    int[] levels = new int[image.length];
    Arrays.setAll(levels, i -> image[i] & 0xff);
    return levels;
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void aRegionIsMadeSmaller() {
    assertArrayEquals(
        numbers(
            "67 41 31 125 77 66 183 136 101 81 69 61 139 105 128 197 164 194"
                + " 94 96 90 152 132 149 210 191 108"),
        levels(Resampling.of(PICTURE, Cut.filling(1, 1, 5, 4, 3), false)));
  }

  @Test
  void leftAndRightChangePlaces() {
    assertArrayEquals(
        numbers(
            "183 136 101 125 77 66 67 41 31 197 164 194 139 105 128 81 69 61"
                + " 210 191 108 152 132 149 94 96 90"),
        levels(Resampling.of(PICTURE, Cut.filling(1, 1, 5, 4, 3), true)));
  }

  @Test
  void aRegionIsMadeLargerWithoutLookingOutsideIt() {
    assertArrayEquals(
        numbers(
            "0 0 0 9 1 0 28 4 0 37 5 0 3 6 0 12 7 1 31 10 3 40 11 4"
                + " 8 17 0 17 18 3 36 21 10 45 22 13 11 23 0 20 24 4 39 27 13 48 28 17"),
        levels(Resampling.of(PICTURE, Cut.filling(0, 0, 2, 2, 4), false)));
  }

  /** 5 by 4 pixels after resizing, of which columns 1 to 3 and rows 0 to 2 are the middle. */
  @Test
  void evaluationTakesTheMiddle() {
    assertArrayEquals(
        numbers(
            "61 19 7 114 53 13 167 106 19 74 46 37 127 80 72 180 133 107"
                + " 86 72 68 139 106 132 192 159 195"),
        levels(Resampling.of(PICTURE, Cut.centre(new Extent(7, 5), 4, 3), false)));
  }

  @ParameterizedTest
  @CsvSource({"500,375,341,256,58,16", "375,500,256,341,16,58", "64,64,256,256,16,16"})
  void theShorterSideIsResized(int width, int height, int columns, int rows, int x, int y) {
    Cut cut = Cut.centre(new Extent(width, height), 256, 224);
    assertEquals(new Cut(0, 0, width, height, columns, rows, x, y, 224), cut);
  }

  /** Two pixels or more are left for each one that is made. */
  @ParameterizedTest
  @CsvSource({"447,447,1", "448,300,1", "896,896,2", "895,2000,1", "1792,1800,4", "9000,9000,8"})
  void decodingLeavesOutOnlyWhatResamplingWouldAverage(int width, int height, int reduction) {
    assertEquals(reduction, Cut.filling(0, 0, width, height, 224).reduction());
  }
}
