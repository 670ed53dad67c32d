package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Modules for the parts of each group of channels. Groups become images, so a module sees g·N maps
 * of its part of a group; whoever observes its gate is shown N images, whose groups lie one after
 * another along the channels: (N, g·C', H', W').
 */
record Grouped(List<Layer> modules, int groups) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Sheet once = new Sheet();
    Dims part = in.channels(in.channels() / groups / modules.size());
    modules.forEach(module -> module.trace(part, once));
    for (Line line : once.lines()) {
      Cost all = line.cost().times(groups);
      sheet.add(new Line(line.name(), line.kind(), line.in(), line.out(), all));
    }
    return in;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    List<NDArray> done = new ArrayList<>();
    Pass inner = pass.observedAs(weights -> unfolded(weights, s[0]));
    try (NDArray folded = Ops.reshape(x, s[0] * groups, s[1] / groups, s[2], s[3])) {
      long[] sizes = new long[modules.size()];
      Arrays.fill(sizes, s[1] / groups / modules.size());
      List<NDArray> parts = Shapes.split(folded, 1, sizes);
      for (int i = 0; i < modules.size(); i++) {
        NDArray part = parts.get(i);
        NDArray attended = modules.get(i).forward(inner, part);
        if (attended != part) {
          part.close();
        }
        done.add(attended);
      }
    }
    try (NDArray joined = Shapes.concat(1, done)) {
      done.forEach(NDArray::close);
      return Ops.reshape(joined, s);
    }
  }

  /** (N·g, C', H', W') → (N, g·C', H', W'). */
  private NDArray unfolded(NDArray weights, long images) {
    long[] w = weights.getShape().getShape();
    return Ops.reshape(weights, images, groups * w[1], w[2], w[3]);
  }
}
