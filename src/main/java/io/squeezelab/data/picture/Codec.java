package io.squeezelab.data.picture;

/** Decodes the content of picture files. Any number of threads may use one at a time. */
interface Codec {

  /** Without decoding the pixels. */
  Extent extent(byte[] file) throws Unreadable;

  /**
   * @param reduction 1, 2, 4 or 8: each pixel stands for a square of so many on a side, its mean
   *     but for rounding; width and height are divided by it and rounded up
   */
  Picture decode(byte[] file, int reduction) throws Unreadable;

  /** Whether it knows other reductions than 1. */
  boolean reduces();
}
