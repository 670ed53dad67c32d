package io.squeezelab.data.picture;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;

/**
 * Random changes of a training picture's colours, in random order. Each strength s draws a factor
 * f, uniform from max(0, 1 − s) to 1 + s, and a pixel p becomes o + f·(p − o) within 0 to 255.
 *
 * @param brightness o is black
 * @param contrast o is the mean grey level of the picture
 * @param saturation o is the pixel's own grey level
 */
@From(
    value = "Some Improvements on Deep Convolutional Neural Network Based Image Classification",
    link = "https://arxiv.org/abs/1312.5402")
public record Jitter(
    @Default("0") double brightness,
    @Default("0") double contrast,
    @Default("0") double saturation) {
  public Jitter {
    Check.atLeast("brightness", 0, brightness);
    Check.atLeast("contrast", 0, contrast);
    Check.atLeast("saturation", 0, saturation);
  }

  /** Changes (…, 3) levels in place. Nothing is drawn where all strengths are 0. */
  void change(byte[] levels, SplittableRandom random) {
    if (brightness == 0 && contrast == 0 && saturation == 0) {
      return;
    }
    double[] strengths = {brightness, contrast, saturation};
    float[] factors = new float[strengths.length];
    for (int i = 0; i < factors.length; i++) {
      double least = Math.max(0, 1 - strengths[i]);
      factors[i] = (float) Seeds.between(least, 1 + strengths[i], random);
    }
    for (int which : Seeds.permutation(factors.length, random)) {
      if (strengths[which] > 0) {
        Colour.values()[which].change(levels, factors[which]);
      }
    }
  }
}
