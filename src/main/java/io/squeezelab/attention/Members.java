package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.List;

/** The members of a composition, built; those of the k-th are under {@code k}, from 0. */
public final class Members {
  /** How one of them becomes a layer. */
  public interface Build<T, R> {
    R block(T member, Scope scope);
  }

  private Members() {}

  /** Modules, all on maps of one shape, which they keep. */
  static List<Layer> of(List<Attention> of, Scope scope, Dims map) {
    return of(of, scope, (attention, its) -> keeping(attention, its, map));
  }

  /**
   * A module inside another, which goes on with maps of the same shape.
   *
   * @throws Problem if it changes the shape
   */
  public static Layer keeping(Attention attention, Scope scope, Dims map) {
    Layer layer = attention.block(scope, map);
    layer.trace(map, new Sheet()).mustBe(map);
    return layer;
  }

  public static <T, R> List<R> of(List<T> of, Scope scope, Build<T, R> build) {
    List<R> built = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      try {
        built.add(build.block(of.get(i), scope.in(i)));
      } catch (Problem problem) {
        throw problem.under("of[" + i + "]");
      }
    }
    return built;
  }
}
