package io.squeezelab.data.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * Pixels of Java's images as they are stored. {@code getRGB} would turn grey levels into others: it
 * takes them for linear light.
 */
final class Samples {
  private Samples() {}

  /** Palettes are looked up, deeper samples lose their low bits, transparency is left out. */
  static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = new int[width * height];
    if (image.getColorModel() instanceof ComponentColorModel) {
      stored(image.getRaster(), pixels);
    } else {
      image.getRGB(0, 0, width, height, pixels, 0, width);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] <<= 8; // from 0xAARRGGBB
      }
    }
    return new Picture(width, height, pixels);
  }

  /** One or two samples a pixel are a grey level and perhaps its opacity. */
  private static void stored(Raster raster, int[] pixels) {
    int bands = raster.getNumBands();
    int shift = raster.getSampleModel().getSampleSize(0) - 8;
    int width = raster.getWidth();
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        pixels[y * width + x] =
            bands < 3
                ? Picture.grey(row[at] >> shift)
                : Picture.pack(row[at] >> shift, row[at + 1] >> shift, row[at + 2] >> shift);
      }
    }
  }
}
