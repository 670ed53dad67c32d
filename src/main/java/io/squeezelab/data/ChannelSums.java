package io.squeezelab.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sums over pixels, in whole numbers, so that the order of adding is no matter. */
final class ChannelSums {
  private final long[] sums;
  private final long[] squares;
  private long pixels;

  ChannelSums(int channels) {
    sums = new long[channels];
    squares = new long[channels];
  }

  /** Adds images as (…, C) unsigned bytes. */
  void add(byte[] image) {
    for (int i = 0; i < image.length; i++) {
      int value = Byte.toUnsignedInt(image[i]);
      sums[i % sums.length] += value;
      squares[i % sums.length] += value * value;
    }
    pixels += image.length / sums.length;
  }

  void add(ChannelSums other) {
    Arrays.setAll(sums, c -> sums[c] + other.sums[c]);
    Arrays.setAll(squares, c -> squares[c] + other.squares[c]);
    pixels += other.pixels;
  }

  /** Of each channel, of pixels scaled to [0, 1]. */
  List<Double> mean() {
    return Arrays.stream(sums).mapToObj(sum -> sum / (double) pixels / 255).toList();
  }

  /** The root of the mean squared distance from the mean. */
  List<Double> deviation() {
    return IntStream.range(0, sums.length).mapToObj(this::deviation).toList();
  }

  private double deviation(int c) {
    double mean = sums[c] / (double) pixels;
    return Math.sqrt(Math.max(0, squares[c] / (double) pixels - mean * mean)) / 255;
  }
}
