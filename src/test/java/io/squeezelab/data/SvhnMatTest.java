package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.BadInput;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * A file that scipy wrote: three images whose pixel in row r, column k, channel c of image n is r +
 * 7k + 40c + 100n, modulo 256; with the labels 10, 1 and 9.
 */
class SvhnMatTest {
  private static final Blob TINY = Blob.resource(SvhnMatTest.class, "/data/svhn-tiny.mat");

  private static String refusal(Blob file, int count) {
    return assertThrows(BadInput.class, () -> SvhnMat.read(file, count)).getMessage();
  }

  @Test
  void theFirstAxisOfMatlabIsTheRow() {
    byte[] pixels = SvhnMat.read(TINY, 3).pixels();
    assertEquals(3 * 3072, pixels.length);
    for (int n = 0; n < 3; n++) {
      for (int r = 0; r < 32; r++) {
        for (int k = 0; k < 32; k++) {
          for (int c = 0; c < 3; c++) {
            int at = ((n * 32 + r) * 32 + k) * 3 + c;
            assertEquals((byte) (r + 7 * k + 40 * c + 100 * n), pixels[at]);
          }
        }
      }
    }
  }

  @Test
  void labelTenIsDigitZero() {
    assertArrayEquals(new int[] {0, 1, 9}, SvhnMat.read(TINY, 3).labels());
  }

  @Test
  void anotherNumberOfImagesIsRefused() {
    assertTrue(
        refusal(TINY, 4).endsWith("X is [32, 32, 3, 3], expected [32, 32, 3, 4]"),
        refusal(TINY, 4));
  }

  @Test
  void brokenFilesAreNamed() {
    byte[] whole = TINY.bytes();
    for (int size : new int[] {0, 50, 130, 200, whole.length - 1}) {
      String message = refusal(new Blob("cut.mat", Arrays.copyOf(whole, size)), 3);
      assertTrue(message.startsWith("cut.mat: "), message);
    }
    byte[] hole = whole.clone();
    Arrays.fill(hole, 400, 440, (byte) 7);
    assertTrue(refusal(new Blob("hole.mat", hole), 3).startsWith("hole.mat: "));
    assertTrue(refusal(new Blob("page", "<html>log in</html>".getBytes()), 3).startsWith("page: "));
  }
}
