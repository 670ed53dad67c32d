package io.squeezelab.data.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Files of pictures, written by Java's own writers. */
final class Painted {
  private Painted() {}

  static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out), "no writer of " + format);
    return out.toByteArray();
  }

  /** 40 by 24 pixels of one colour. */
  static BufferedImage plain(int type, int rgb) {
    BufferedImage image = new BufferedImage(40, 24, type);
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }
}
