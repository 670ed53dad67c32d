package io.squeezelab.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be counted in a split.
 *
 * @param counts images of each class
 * @param mean of each channel, over all pixels scaled to [0, 1]
 * @param deviation of each channel likewise: the root of the mean squared distance from the mean
 * @param fingerprint see {@link Fingerprint}
 */
public record Census(
    List<Integer> counts, List<Double> mean, List<Double> deviation, String fingerprint) {

  public static Census of(Labelled images, int classes) {
    int channels = images.dims().channels();
    long[] sums = new long[channels]; // whole numbers, so that the order of adding is no matter
    long[] squares = new long[channels];
    for (int position = 0; position < images.count(); position++) {
      byte[] pixels = images.pixels(position);
      for (int i = 0; i < pixels.length; i++) {
        int value = Byte.toUnsignedInt(pixels[i]);
        sums[i % channels] += value;
        squares[i % channels] += value * value;
      }
    }
    double n = (double) images.count() * images.dims().pixels();
    return new Census(
        Arrays.stream(images.counts(classes)).boxed().toList(),
        Arrays.stream(sums).mapToObj(sum -> sum / n / 255).toList(),
        IntStream.range(0, channels).mapToObj(c -> deviation(sums[c], squares[c], n)).toList(),
        Fingerprint.of(images));
  }

  private static double deviation(long sum, long squares, double n) {
    double mean = sum / n;
    return Math.sqrt(Math.max(0, squares / n - mean * mean)) / 255;
  }
}
