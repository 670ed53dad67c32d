package io.squeezelab.layer;

import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;

/**
 * How a convolution's kernel lies on a map: its size, its steps, zeros around the map, steps inside
 * the kernel, and in how many groups the channels fall that do not see each other.
 */
public record Window(
    int height, int width, int stride, int padHeight, int padWidth, int dilation, int groups) {

  /** Square and padded so that stride 1 keeps the map's size; the kernel is odd. */
  public static Window square(int kernel) {
    return new Window(kernel, kernel, 1, kernel / 2, kernel / 2, 1, 1);
  }

  /** As large as the map, or as wide as one of its axes; no zeros around. */
  public static Window whole(int height, int width) {
    return new Window(height, width, 1, 0, 0, 1, 1);
  }

  public Window stride(int steps) {
    return new Window(height, width, steps, padHeight, padWidth, dilation, groups);
  }

  /** Padded so that stride 1 keeps the map's size. */
  public Window dilation(int steps) {
    return new Window(
        height, width, stride, steps * (height / 2), steps * (width / 2), steps, groups);
  }

  public Window groups(int number) {
    return new Window(height, width, stride, padHeight, padWidth, dilation, number);
  }

  /** Shape of what a convolution with K kernels makes of a map. */
  public Dims over(Dims in, int kernels) {
    return new Dims(kernels, rows(in.height()), columns(in.width()));
  }

  /** Whatever zeros stand around the map. */
  public Window padding(int rows, int columns) {
    return new Window(height, width, stride, rows, columns, dilation, groups);
  }

  int rows(int of) {
    return after(of, height, padHeight);
  }

  int columns(int of) {
    return after(of, width, padWidth);
  }

  private int after(int size, int kernel, int padding) {
    int room = size + 2 * padding - dilation * (kernel - 1) - 1;
    Check.that(room >= 0, "", "a map of " + size + " is too small for a kernel of " + kernel);
    return room / stride + 1;
  }

  Shape strides() {
    return new Shape(stride, stride);
  }

  Shape padding() {
    return new Shape(padHeight, padWidth);
  }

  Shape dilations() {
    return new Shape(dilation, dilation);
  }
}
