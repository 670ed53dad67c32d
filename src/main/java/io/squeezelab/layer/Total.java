package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import java.util.List;

/**
 * The same input through several layers, whose results are added; the last has the shape of the
 * sum, the others have it too or broadcast to it.
 *
 * @param mix a number for each layer, whose softmax weights it; null for a plain sum
 */
public record Total(List<Layer> parts, Parameter mix) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = in;
    for (Layer part : parts) {
      out = part.trace(in, sheet);
    }
    if (mix != null) {
      sheet.add(new Line(mix.name(), "mix", in, out, Cost.ofParams(mix.size())));
    }
    return out;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    if (mix == null) {
      return sum(pass, x, null);
    }
    try (NDArray shares = Maths.softmax(pass.get(mix), 0)) {
      return sum(pass, x, shares);
    }
  }

  private NDArray sum(Pass pass, NDArray x, NDArray shares) {
    NDArray sum = null;
    for (int i = 0; i < parts.size(); i++) {
      NDArray part = parts.get(i).forward(pass, x);
      NDArray term = shares == null ? part : share(part, shares, i);
      NDArray next = sum == null ? term : Ops.add(sum, term);
      if (sum != null) {
        sum.close();
        term.close();
      }
      sum = next;
    }
    return sum;
  }

  private static NDArray share(NDArray part, NDArray shares, int i) {
    try (part;
        NDArray own = Shapes.narrow(shares, 0, i, i + 1L)) { // (1)
      return Ops.mul(part, own);
    }
  }
}
