package io.squeezelab.data.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut off, padded, or no pictures. */
class DamagedTest {
  @ParameterizedTest
  @EnumSource
  void whatIsCutOffIsNoticedByEveryDecoder(DecoderTest.Which which) throws IOException {
    byte[] whole = Painted.file(Painted.plain(BufferedImage.TYPE_INT_RGB, 0xc86432), "jpg");
    for (int length : new int[] {4, 100, whole.length - 10}) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(
          Unreadable.class, () -> which.get().codec(cut).decode(cut, 1), "of " + length + " bytes");
    }
  }

  @Test
  void bytesBetweenSegmentsAreHarmless() throws IOException {
    byte[] whole = Painted.file(Painted.plain(BufferedImage.TYPE_INT_RGB, 0xc86432), "jpg");
    byte[] padded = Arrays.copyOf(whole, whole.length + 3);
    System.arraycopy(whole, whole.length - 2, padded, padded.length - 2, 2);
    padded[whole.length - 2] = 0;
    padded[whole.length - 1] = 0;
    DecoderTest.assertColour(
        new int[] {200, 100, 50}, 2, Decoder.best().codec(padded).decode(padded, 1));
  }

  private static String complaint(Path folder, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("file"), content);
    return assertThrows(Unreadable.class, () -> Whole.check(file)).getMessage();
  }

  @Test
  void aLookAtBothEndsFindsMostOfIt(@TempDir Path folder) throws IOException {
    byte[] jpeg = Painted.file(Painted.plain(BufferedImage.TYPE_INT_RGB, 0xc86432), "jpg");
    byte[] png = Painted.file(Painted.plain(BufferedImage.TYPE_INT_RGB, 0xc86432), "png");
    Whole.check(Files.write(folder.resolve("a.jpg"), jpeg));
    Whole.check(Files.write(folder.resolve("b.jpg"), png)); // names lie
    Whole.check(Files.write(folder.resolve("c.jpg"), Arrays.copyOf(jpeg, jpeg.length + 200)));
    assertEquals("is empty", complaint(folder, new byte[0]));
    assertEquals(
        "is no JPEG, PNG, GIF or BMP",
        complaint(folder, "<html>not found</html>".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "is cut off: a JPEG without its end marker",
        complaint(folder, Arrays.copyOf(jpeg, jpeg.length - 10)));
    assertEquals(
        "is cut off: a PNG without its last chunk",
        complaint(folder, Arrays.copyOf(png, png.length - 20)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no picture"})
  void whatIsNoPictureIsSaid(String content) {
    byte[] file = content.getBytes(StandardCharsets.UTF_8);
    assertThrows(Unreadable.class, () -> Decoder.best().codec(file));
  }
}
