package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;

/**
 * What a network is asked to do: images of one shape, and the classes that they fall in.
 *
 * @param input shape of one image
 */
public record Task(Dims input, int classes) {
  public static final Task IMAGENET = imagenet(224);
  public static final Task CIFAR10 = new Task(new Dims(3, 32, 32), 10);

  /**
   * @param side of the square images
   */
  static Task imagenet(int side) {
    return new Task(new Dims(3, side, side), 1000);
  }
}
