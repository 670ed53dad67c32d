package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.GroupedLinear;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Part;
import java.util.function.IntFunction;

/** The last layer of a {@link Widening}: (N, h, H, W) → (N, k·C, H, W), map after map. */
final class Widest {
  private Widest() {}

  static Layer of(Scope scope, int in, int channels, int inputs, Widening wanted) {
    int groups = wanted.groups();
    if (!wanted.joint()) {
      IntFunction<Layer> own =
          i -> GroupedLinear.of(scope.in(i), in, channels, groups, wanted.bias());
      return new SideBySide(EachOwn.of(inputs, false, Combine.CONCAT, own));
    }
    Part.size(channels, groups);
    Layer all = GroupedLinear.of(scope, in, inputs * channels, groups, wanted.bias());
    return groups == 1 || inputs == 1 ? all : Chain.of(all, new Regroup(groups, inputs));
  }

  /** Group after group, in each of them map after map, becomes map after map. */
  private record Regroup(int groups, int maps) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return in;
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) { // (N, g·k·C/g, H, W)
      long[] s = x.getShape().getShape();
      long each = s[1] / groups / maps;
      try (NDArray apart = Ops.reshape(x, s[0], groups, maps, each, s[2] * s[3]);
          NDArray turned = Shapes.permute(apart, 0, 2, 1, 3, 4)) {
        return Ops.reshape(turned, s);
      }
    }
  }
}
