package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Each channel is attended by one of k modules: the channels fall in g groups, each group in k
 * equal parts, and the i-th part of every group goes through the i-th module, with the same weights
 * in all groups. (N, C, H, W) → (N, C, H, W) with the channels where they were, unless they are
 * shuffled; parameters of the i-th module are under {@code i}, from 0, for C/(g·k) channels; each
 * runs g times.
 *
 * @param groups g
 * @param shuffle s: channel j·(C/s) + i moves to i·s + j, so that information crosses the groups; 1
 *     leaves them
 */
@From(value = "Shuffle Attention, section 3", link = "https://arxiv.org/abs/2102.00240")
public record Split(List<Attention> of, @Default("1") int groups, @Default("1") int shuffle)
    implements Attention {
  public Split {
    Check.that(!of.isEmpty(), "of", "must name at least one module");
    Check.atLeast("groups", 1, groups);
    Check.atLeast("shuffle", 1, shuffle);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    divides("groups", groups, of.size(), map.channels());
    divides("shuffle", shuffle, 1, map.channels());
    Dims part = map.channels(map.channels() / groups / of.size());
    Layer grouped = new Grouped(Members.of(of, scope, part), groups);
    return Chain.of(grouped, shuffle == 1 ? Layer.IDENTITY : new Shuffle(shuffle));
  }

  private static void divides(String field, int times, int parts, int channels) {
    if (channels % times != 0 || channels / times % parts != 0) {
      String what = parts == 1 ? "" : " of " + parts + " equal parts";
      throw new Problem(field, channels + " channels do not make " + times + " groups" + what);
    }
  }

  /** Groups become images, so a module sees g·N maps of its part of a group. */
  private record Grouped(List<Layer> modules, int groups) implements Layer {
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
      List<NDArray> parts = new ArrayList<>();
      try (NDArray folded = Ops.reshape(x, s[0] * groups, s[1] / groups, s[2], s[3])) {
        long each = s[1] / groups / modules.size();
        for (int i = 0; i < modules.size(); i++) {
          NDArray part = Shapes.narrow(folded, 1, i * each, (i + 1) * each);
          NDArray attended = modules.get(i).forward(pass, part);
          if (attended != part) {
            part.close();
          }
          parts.add(attended);
        }
      }
      try (NDArray joined = Shapes.concat(1, parts)) {
        parts.forEach(NDArray::close);
        return Ops.reshape(joined, s);
      }
    }
  }

  private record Shuffle(int s) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return in;
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
      long[] shape = x.getShape().getShape();
      try (NDArray apart = Ops.reshape(x, shape[0], s, shape[1] / s, shape[2], shape[3]);
          NDArray turned = Shapes.permute(apart, 0, 2, 1, 3, 4)) {
        return Ops.reshape(turned, shape);
      }
    }
  }
}
