package io.squeezelab.data.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/**
 * JPEG by libjpeg-turbo, which has the processor's vector instructions, through the Leptonica
 * library. Colours, also of CMYK files, become red, green and blue without any profile.
 */
final class Turbo implements Codec {
  private static final Pattern VERSION = Pattern.compile("libjpeg-turbo [\\d.]+");

  /**
   * @throws LinkageError if there is no native library for this machine
   */
  Turbo() {
    leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE); // it would write to standard error
  }

  static String name() {
    Matcher found = VERSION.matcher(leptonica.getImagelibVersions().getString());
    return found.find() ? found.group() : "libjpeg-turbo";
  }

  @Override
  public Extent extent(byte[] file) throws Unreadable {
    int[] width = new int[1];
    int[] height = new int[1];
    int[] unused = new int[1];
    int failed =
        leptonica.readHeaderMemJpeg(file, file.length, width, height, unused, unused, unused);
    if (failed != 0) {
      throw Builtin.explain(file);
    }
    return new Extent(width[0], height[0]);
  }

  @Override
  public Picture decode(byte[] file, int reduction) throws Unreadable {
    int[] warnings = new int[1];
    PIX pix = leptonica.pixReadMemJpeg(file, file.length, 0, reduction, warnings, 0);
    if (pix == null) {
      throw Builtin.explain(file);
    }
    try {
      if (warnings[0] > 0) {
        Builtin.judge(file);
      }
      return picture(pix);
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  private static Picture picture(PIX pix) {
    int width = pix.w();
    int height = pix.h();
    int[] words = new int[pix.wpl() * height];
    pix.data().get(words);
    return new Picture(width, height, pix.d() == 32 ? words : grey(words, pix.wpl(), width));
  }

  /** Four levels lie in each word, the first in its highest byte; rows begin at whole words. */
  private static int[] grey(int[] words, int row, int width) {
    int[] pixels = new int[words.length / row * width];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      pixels[i] = Picture.grey(words[i / width * row + x / 4] >>> 24 - 8 * (x % 4) & 0xff);
    }
    return pixels;
  }

  @Override
  public boolean reduces() {
    return true;
  }
}
