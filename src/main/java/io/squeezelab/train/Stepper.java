package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Layer;
import java.util.Arrays;
import java.util.List;

/**
 * One step of training: forward, loss, backward, clip, update, of a whole batch or of parts whose
 * gradients are summed. Nothing in it waits for the device.
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
    Arrays.setAll(rates, t -> train.rate().at(t, span));
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
    NDArray leaf = weights.leaf(batch.images().getManager());
    Trace trace = train.parts() == 1 ? whole(leaf, batch) : inParts(leaf, batch);
    NDArray gradient = leaf.getGradient();
    NDArray norm = train.clip() > 0 ? clip(gradient) : null;
    updater.step(step++, gradient);
    return new Trace(trace.loss(), trace.logits(), norm);
  }

  private Trace whole(NDArray leaf, Altered batch) {
    Trace trace = Torch.recording(() -> forward(leaf, batch));
    Torch.backward(trace.loss(), weights.one());
    return trace;
  }

  /**
   * A part's mean loss counts for its share of the batch, so that losses and gradients add up to
   * those of the batch; what a part needed in memory is free before the next one.
   */
  private Trace inParts(NDArray leaf, Altered batch) {
    NDManager manager = leaf.getManager();
    NDArray loss = manager.zeros(new Shape());
    NDList logits = new NDList();
    int size = (int) batch.target().labels().size();
    int count = Math.min(size, train.parts());
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) size * i / count);
      int end = (int) ((long) size * (i + 1) / count);
      try (NDManager part = manager.newSubManager()) {
        NDArray share = Numbers.scalar(part, (end - from) / (double) size);
        Altered some = batch.part(part, from, end);
        Trace trace = Torch.recording(() -> forward(leaf, some));
        Torch.backward(trace.loss(), share);
        Numbers.addProduct(loss, trace.loss(), share);
        NDArray kept = trace.logits().stopGradient();
        kept.attach(manager);
        logits.add(kept);
      }
    }
    return new Trace(loss, NDArrays.concat(logits), null);
  }

  private Trace forward(NDArray leaf, Altered batch) {
    Pass pass = weights.training(leaf, batch.images().getManager());
    NDArray logits = layers.forward(pass, batch.images());
    NDArray loss = Loss.of(pass, logits, batch.target(), train.labelSmoothing());
    return new Trace(loss, logits, null);
  }

  /** All that its next step depends on besides the weights, the step's number and the batch. */
  List<NDArray> state() {
    return updater.state();
  }

  /**
   * @param next number of the step that comes next, from 0
   */
  void goTo(int next) {
    step = next;
  }

  /** PyTorch's clip_grad_norm_: times {@code min(1, bound / (norm + 1e-6))}; gives the norm. */
  private NDArray clip(NDArray gradient) {
    NDArray norm = gradient.square().sum().sqrt();
    NDArray shrink = norm.add(tiny).pow(Numbers.scalar(norm.getManager(), -1)).mul(bound);
    gradient.muli(Ops.minimum(shrink, weights.one()));
    return norm;
  }
}
