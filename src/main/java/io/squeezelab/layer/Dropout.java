package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Pools;
import io.squeezelab.spec.Check;

/**
 * In training, sets each number to 0 with probability {@code rate} and divides the others by 1 -
 * rate (Srivastava et al. 2014, JMLR 15); in evaluation does nothing: any shape → the same. Draws
 * from the engine's generator, which a trial seeds.
 */
public record Dropout(double rate) implements Layer {
  public Dropout {
    Check.within("dropout", 0, 1, rate);
  }

  /** The layer, or none for a rate of 0. */
  public static Layer of(double rate) {
    return rate == 0 ? IDENTITY : new Dropout(rate);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return in;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return pass.training() ? Pools.dropout(x, rate) : x;
  }
}
