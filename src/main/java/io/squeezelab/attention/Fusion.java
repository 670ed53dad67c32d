package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.fuse.Fuse;
import io.squeezelab.attention.inputs.Inputs;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Fan;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import java.util.List;
import java.util.Optional;

/**
 * Several maps, made of one or given by the caller, become one: (N, C, H, W), once or k times → (N,
 * C, H, W), or another shape where the convolutions say so. Parameters under {@code from} and
 * {@code fuse}.
 *
 * <p>From Java, on k maps of the caller:
 *
 * <pre>{@code
 * Attention fusion = Bind.inline(Attention.class, "{type: multi-input-se, from: given}");
 * Block block = DjlBlock.of(scope -> fusion.join(scope, map), map, fusion.inputs(), 0);
 * }</pre>
 */
public record Fusion(@Default("convs") Inputs from, @Default("select") Fuse fuse)
    implements Attention {

  @Override
  public int inputs() {
    return from.given() ? from.count() : 1;
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    if (from.equal()) {
      Branch.part("fuse", fuse::fitsEqual);
    }
    int parts = fuse.parts(from.count());
    Fan fan = Branch.part("from", () -> from.block(scope.in("from"), map, parts));
    return new Fused(fan, fusing(scope, fan.trace(map, new Sheet()), map));
  }

  @Override
  public Join join(Scope scope, Dims map) {
    return from.given() ? fusing(scope, map, map) : Join.of(block(scope, map));
  }

  @Override
  public Optional<Layer> conv(Scope scope, Dims map, int out, int stride) {
    Inputs other = Branch.part("from", () -> from.instead(out, stride));
    return Optional.of(new Fusion(other, fuse).block(scope, map));
  }

  private Join fusing(Scope scope, Dims each, Dims source) {
    Scope in = scope.in("fuse");
    return Branch.part("fuse", () -> fuse.block(in, each, from.count(), source.channels()));
  }

  private record Fused(Fan fan, Join fuse) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return fuse.trace(fan.trace(in, sheet), sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      List<NDArray> maps = fan.forward(pass, x);
      NDArray y = fuse.forward(pass, maps);
      maps.stream().filter(map -> map != x && map != y).forEach(NDArray::close);
      return y;
    }
  }
}
