package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;

/**
 * What a network is asked to do: images of one shape, and the classes that they fall in.
 *
 * @param input shape of one image
 */
public record Task(Dims input, int classes) {
  public static final Task IMAGENET = new Task(new Dims(3, 224, 224), 1000);
  public static final Task CIFAR10 = new Task(new Dims(3, 32, 32), 10);
}
