package io.squeezelab.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.backbone.Network;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;

/**
 * A network that answers, as it would in use: in evaluation, without gradients, on made-up images;
 * timed pass by pass, until the device has its logits.
 */
public final class Latency implements AutoCloseable {
  private static final int NANOS = 1_000_000_000;

  private final Network network;
  private final Hardware hardware;
  private final Weights weights;
  private final NDManager kept;
  private final Pass pass;
  private final NDArray images;

  /**
   * @param batch images a pass
   * @param threads that one operation may use
   */
  public Latency(Network network, int batch, Hardware hardware, int threads) {
    Torch.start(hardware, threads);
    this.network = network;
    this.hardware = hardware;
    weights = new Weights(network.parameters(), hardware, 0);
    kept = weights.manager().newSubManager();
    pass = weights.evaluating(kept);
    Dims in = network.input();
    Shape stored = new Shape(batch, in.height(), in.width(), in.channels());
    images = kept.randomNormal(0, 1, stored, DataType.FLOAT32).transpose(0, 3, 1, 2);
  }

  /** Seconds that one pass takes. */
  public double seconds() {
    try (NDManager step = kept.newSubManager()) {
      NDArray x = images.duplicate();
      x.attach(step);
      hardware.await(x);
      long start = System.nanoTime();
      NDArray logits = network.layers().forward(pass, x);
      hardware.await(logits);
      return (System.nanoTime() - start) / (double) NANOS;
    }
  }

  @Override
  public void close() {
    weights.close();
    hardware.release();
  }
}
