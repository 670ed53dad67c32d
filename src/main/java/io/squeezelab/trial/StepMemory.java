package io.squeezelab.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.backbone.Network;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Memory;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Bind;
import io.squeezelab.train.Span;
import io.squeezelab.train.Stepper;
import io.squeezelab.train.Train;
import java.util.OptionalLong;

/**
 * The most memory that a process needs for training steps, beyond what the engine takes before
 * there is a network: weights, gradients, the optimizer's state, activations and the engine's
 * scratch space. To be measured in a process that has done nothing else, since allocators keep what
 * they once had.
 */
public final class StepMemory {
  private static final int STEPS = 3;

  private StepMemory() {}

  /**
   * @param microBatch the most images that go through the network at once; 0 for the whole batch
   * @return bytes; empty where the system does not tell
   */
  public static OptionalLong of(
      Network network, int batch, int microBatch, Hardware hardware, int threads) {
    Torch.start(hardware, threads);
    String plan = "{epochs: 1, batch: %d, micro-batch: %d, rate: {type: constant, base: 0.001}}";
    Train train = Bind.inline(Train.class, plan.formatted(batch, microBatch));
    try (NDManager warm = Torch.manager(hardware)) {
      warm.ones(new Shape(64, 64)).matMul(warm.ones(new Shape(64, 64))).toFloatArray();
    }
    Memory memory = Memory.of(hardware);
    OptionalLong before = memory.start();
    try (Weights weights = new Weights(network.parameters(), hardware, 0)) {
      Stepper stepper = new Stepper(network.layers(), weights, train, new Span(1, STEPS));
      for (int i = 0; i < STEPS; i++) {
        step(network, batch, hardware, weights, stepper);
      }
      OptionalLong most = memory.most();
      boolean told = before.isPresent() && most.isPresent();
      return told ? OptionalLong.of(most.getAsLong() - before.getAsLong()) : OptionalLong.empty();
    }
  }

  private static void step(
      Network network, int batch, Hardware hardware, Weights weights, Stepper stepper) {
    Dims in = network.input();
    Shape stored = new Shape(batch, in.height(), in.width(), in.channels());
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray images = step.randomNormal(0, 1, stored, DataType.FLOAT32).transpose(0, 3, 1, 2);
      NDArray labels = step.zeros(new Shape(batch), DataType.INT64);
      hardware.await(stepper.step(images, labels).loss());
    }
  }
}
