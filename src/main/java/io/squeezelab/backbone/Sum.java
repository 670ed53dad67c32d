package io.squeezelab.backbone;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import java.util.List;

/**
 * The usual sum of residual and identity.
 *
 * @param into whether it is written into the residual, which saves a pass over memory; only where
 *     the residual's last operation does not need its own result for its gradient (batch norm and
 *     products do not, a ReLU does)
 */
record Sum(boolean into) implements Join {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return in;
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> inputs) {
    NDArray residual = inputs.get(0);
    NDArray identity = inputs.get(1);
    return into ? Ops.addInto(residual, identity) : Ops.add(residual, identity);
  }
}
