package io.squeezelab.data;

import java.util.Arrays;
import java.util.List;

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
    ChannelSums sums = new ChannelSums(images.dims().channels());
    for (int position = 0; position < images.count(); position++) {
      sums.add(images.pixels(position));
    }
    return new Census(
        Arrays.stream(images.counts(classes)).boxed().toList(),
        sums.mean(),
        sums.deviation(),
        Fingerprint.of(images));
  }
}
