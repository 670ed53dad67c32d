package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Layer;

/**
 * One step of training: forward, loss, backward, clip, update. Nothing in it waits for the device.
 */
public final class Stepper {
  private final Layer layers;
  private final Weights weights;
  private final Train train;
  private final Optimizer.Updater updater;
  private final NDArray bound;
  private final NDArray tiny;
  private int step;

  public Stepper(Layer layers, Weights weights, Train train, Span span) {
    this.layers = layers;
    this.weights = weights;
    this.train = train;
    double[] rates = new double[span.steps()];
    java.util.Arrays.setAll(rates, t -> train.rate().at(t, span));
    updater = train.optimizer().start(weights, rates);
    bound = Numbers.scalar(weights.manager(), train.clip());
    tiny = Numbers.scalar(weights.manager(), 1e-6);
  }

  /** What a step leaves behind, in the manager of its images. */
  public record Trace(NDArray loss, NDArray logits, NDArray gradientNorm) {}

  /**
   * @param images (N, C, H, W), normalised
   * @param labels (N)
   */
  public Trace step(NDArray images, NDArray labels) {
    return step(new Altered(images, Target.of(labels)));
  }

  Trace step(Altered batch) {
    NDArray images = batch.images();
    NDManager manager = images.getManager();
    NDArray leaf = weights.leaf(manager);
    Trace trace = Torch.recording(() -> forward(leaf, images, batch.target()));
    Torch.backward(trace.loss(), weights.one());
    NDArray gradient = leaf.getGradient();
    NDArray norm = train.clip() > 0 ? clip(gradient) : null;
    updater.step(step++, gradient);
    return new Trace(trace.loss(), trace.logits(), norm);
  }

  private Trace forward(NDArray leaf, NDArray images, Target target) {
    Pass pass = weights.training(leaf);
    NDArray logits = layers.forward(pass, images);
    return new Trace(Loss.of(pass, logits, target, train.labelSmoothing()), logits, null);
  }

  /** PyTorch's clip_grad_norm_: times {@code min(1, bound / (norm + 1e-6))}; gives the norm. */
  private NDArray clip(NDArray gradient) {
    NDArray norm = gradient.square().sum().sqrt();
    NDArray shrink = norm.add(tiny).pow(Numbers.scalar(norm.getManager(), -1)).mul(bound);
    gradient.muli(Ops.minimum(shrink, weights.one()));
    return norm;
  }
}
