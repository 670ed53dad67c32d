package io.squeezelab.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.backbone.Network;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.train.Frozen;
import io.squeezelab.train.Span;
import io.squeezelab.train.Stepper;
import java.util.Set;

/**
 * How fast a recipe trains, measured on made-up images of its data's shape: whole steps, forward,
 * backward and update, the optimizer included, reading of images left out.
 */
public final class Speed implements AutoCloseable {
  private final Hardware hardware;
  private final Weights weights;
  private final Stepper stepper;
  private final NDArray images;
  private final NDArray labels;
  private final int batch;

  /**
   * @param steps the most that will be run
   */
  public Speed(Recipe recipe, Hardware hardware, int steps) {
    this.hardware = hardware;
    Torch.start(hardware, recipe.train().threads());
    Network network = recipe.network();
    Set<String> frozen = Frozen.of(network.parameters(), recipe.train().freeze());
    weights = new Weights(network.parameters(), hardware, 0, frozen);
    stepper = new Stepper(network.layers(), weights, recipe.train(), new Span(1, steps));
    NDManager manager = weights.manager();
    batch = recipe.train().batch();
    Dims in = network.input();
    Shape stored = new Shape(batch, in.height(), in.width(), in.channels());
    images = manager.randomNormal(0, 1, stored, DataType.FLOAT32).transpose(0, 3, 1, 2);
    labels = manager.zeros(new Shape(batch), DataType.INT64);
  }

  /** Runs some steps; gives images a second. */
  public double measure(int steps) {
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      try (NDManager step = weights.manager().newSubManager()) {
        NDArray batchImages = images.duplicate();
        batchImages.attach(step);
        NDArray loss = stepper.step(batchImages, labels).loss();
        if (i == steps - 1) {
          hardware.await(loss);
        }
      }
    }
    return batch * (double) steps / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() {
    weights.close();
  }
}
