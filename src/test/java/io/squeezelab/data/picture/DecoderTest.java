package io.squeezelab.data.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of file, by both decoders. */
class DecoderTest {
  /** 8 by 8 pixels of C 200, M 30, Y 60, K 40, written by Pillow. */
  private static final String CMYK =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4L"
          + "CxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAAB"
          + "AgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
          + "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SV"
          + "lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
          + "QwBNAFkASwAAPwD48r9A6+s6+6K//9k=";

  /** An Exif segment that says orientation 6, a quarter turn. */
  private static final String EXIF =
      "ffe10022"
          + "457869660000"
          + "4d4d002a00000008"
          + "0001"
          + "011200030000000100060000"
          + "00000000";

  /** The two decoders of JPEG. */
  enum Which {
    BEST {
      @Override
      Decoder get() {
        return Decoder.best();
      }
    },
    BUILTIN {
      @Override
      Decoder get() {
        return Decoder.builtin();
      }
    };

    abstract Decoder get();
  }

  private static Picture decode(Decoder decoder, byte[] file) throws Unreadable {
    return decoder.codec(file).decode(file, 1);
  }

  private static int[] rgb(Picture picture, int at) {
    int pixel = picture.pixels()[at];
    return new int[] {pixel >>> 24, pixel >>> 16 & 0xff, pixel >>> 8 & 0xff};
  }

  static void assertColour(int[] expected, int tolerance, Picture picture) {
    for (int at : new int[] {0, picture.width() - 1, picture.pixels().length - 1}) {
      int[] found = rgb(picture, at);
      for (int c = 0; c < 3; c++) {
        assertEquals(expected[c], found[c], tolerance, Arrays.toString(found));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void jpegInColour(Which which) throws IOException {
    byte[] file = Painted.file(Painted.plain(BufferedImage.TYPE_INT_RGB, 0xc86432), "jpg");
    assertEquals(new Extent(40, 24), which.get().codec(file).extent(file));
    assertColour(new int[] {200, 100, 50}, 2, decode(which.get(), file));
  }

  /** Java's own conversion of grey would make 188 of 128. */
  @ParameterizedTest
  @EnumSource
  void jpegInGrey(Which which) throws IOException {
    BufferedImage image = new BufferedImage(42, 24, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 42 * 24; i++) {
      image.getRaster().setSample(i % 42, i / 42, 0, 128);
    }
    assertColour(new int[] {128, 128, 128}, 0, decode(which.get(), Painted.file(image, "jpg")));
  }

  @Test
  void bothDecodersOfJpegGiveTheSameLevels() throws IOException {
    BufferedImage image = new BufferedImage(50, 37, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 50 * 37; i++) {
      image.setRGB(i % 50, i / 50, i * 0x10305 + i % 7 * 0x2000);
    }
    byte[] file = Painted.file(image, "jpg");
    Picture one = decode(Decoder.best(), file);
    Picture other = decode(Decoder.builtin(), file);
    for (int i = 0; i < one.pixels().length; i++) {
      assertArrayEquals(rgb(other, i), rgb(one, i));
    }
  }

  /** 46.4, 189.7 and 164.4 by (255 - C) (255 - K) / 255 and so on; Pillow gives 46, 190, 164. */
  @Test
  void jpegInCmyk() throws IOException {
    byte[] file = Base64.getDecoder().decode(CMYK);
    assertColour(new int[] {46, 190, 164}, 1, decode(Decoder.best(), file));
    assertThrows(Unreadable.class, () -> decode(Decoder.builtin(), file));
  }

  @ParameterizedTest
  @CsvSource({"2,20,12", "4,10,6", "8,5,3"})
  void reductionsDivideBothSides(int reduction, int width, int height) throws IOException {
    byte[] file = Painted.file(Painted.plain(BufferedImage.TYPE_INT_RGB, 0xc86432), "jpg");
    Picture picture = Decoder.best().codec(file).decode(file, reduction);
    assertEquals(new Extent(width, height), new Extent(picture.width(), picture.height()));
    assertColour(new int[] {200, 100, 50}, 2, picture);
  }

  /** With a segment behind the start marker that asks for it. */
  @ParameterizedTest
  @EnumSource
  void aCamerasRotationIsNotApplied(Which which) throws IOException {
    byte[] plain = Painted.file(Painted.plain(BufferedImage.TYPE_INT_RGB, 0xc86432), "jpg");
    byte[] exif = HexFormat.of().parseHex(EXIF);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, 2);
    file.write(exif);
    file.write(plain, 2, plain.length - 2);
    byte[] content = file.toByteArray();
    assertEquals(new Extent(40, 24), which.get().codec(content).extent(content));
    assertEquals(40, decode(which.get(), content).width());
  }

  @Test
  void pngWithTransparencyKeepsItsColours() throws IOException {
    byte[] file = Painted.file(Painted.plain(BufferedImage.TYPE_INT_ARGB, 0x40c86432), "png");
    assertColour(new int[] {200, 100, 50}, 0, decode(Decoder.best(), file));
  }

  @Test
  void palettesAreLookedUp() throws IOException {
    byte[] reds = {0, (byte) 200};
    byte[] greens = {0, 100};
    byte[] blues = {0, 50};
    IndexColorModel palette = new IndexColorModel(1, 2, reds, greens, blues);
    BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_BYTE_BINARY, palette);
    for (int i = 0; i < 40 * 24; i++) {
      image.getRaster().setSample(i % 40, i / 40, 0, 1);
    }
    for (String format : List.of("png", "gif")) {
      Picture picture = decode(Decoder.best(), Painted.file(image, format));
      assertColour(new int[] {200, 100, 50}, 0, picture);
    }
  }

  @Test
  void sixteenBitsLoseTheLowEight() throws IOException {
    BufferedImage image = new BufferedImage(40, 24, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < 40 * 24; i++) {
      image.getRaster().setSample(i % 40, i / 40, 0, 0x80ff);
    }
    assertColour(new int[] {128, 128, 128}, 0, decode(Decoder.best(), Painted.file(image, "png")));
  }
}
