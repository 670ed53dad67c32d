package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.spec.Check;

/**
 * Batch normalisation over channels (Ioffe and Szegedy 2015, arXiv 1502.03167): (N, C, H, W) → the
 * same. Parameters {@code weight}, {@code bias} (C), buffers {@code running_mean}, {@code
 * running_var} (C), which move by {@code momentum} a step (PyTorch's sense: its share of the new),
 * the variance being the unbiased one.
 */
public record BatchNorm(
    String name,
    Parameter weight,
    Parameter bias,
    Parameter mean,
    Parameter variance,
    double momentum,
    double eps)
    implements Layer {
  /** PyTorch's. */
  public static final double MOMENTUM = 0.1;

  private static final double EPS = 1e-5;

  public static BatchNorm of(Scope scope, int channels) {
    return of(scope, channels, Init.ONES);
  }

  /**
   * @param scale initial values of {@code weight}; zeros on the last norm of a residual branch make
   *     the block start as its shortcut (Goyal et al. 2017, arXiv 1706.02677, section 5.1)
   */
  public static BatchNorm of(Scope scope, int channels, Init scale) {
    return of(scope, channels, scale, MOMENTUM, EPS);
  }

  public static BatchNorm of(Scope scope, int channels, Init scale, double momentum, double eps) {
    return new BatchNorm(
        scope.path(),
        scope.vector("weight", scale, channels),
        scope.vector("bias", Init.ZEROS, channels),
        scope.buffer("running_mean", 0, channels),
        scope.buffer("running_var", 1, channels),
        momentum,
        eps);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Cost cost = new Cost(2L * weight.size(), 2L * weight.size(), 0, 0, 0);
    return sheet.add(new Line(name, "batch-norm", in, in, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    boolean moves = pass.moves(mean);
    if (moves) {
      spreads(x.getShape());
    }
    return Ops.batchNorm(
        x,
        pass.get(mean),
        pass.get(variance),
        pass.get(weight),
        pass.get(bias),
        moves,
        momentum,
        eps);
  }

  /** One number has no variance; the engine refuses it too, with less to go by. */
  private static void spreads(Shape x) {
    boolean one = x.size() == x.get(1);
    String few = "in training, batch norm normalises over the batch and needs 2 or more values";
    String has = " for each channel; here it has 1, one image of one position: take more images";
    Check.that(!one, "", few + has);
  }
}
