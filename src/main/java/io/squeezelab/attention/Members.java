package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
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

  /** Modules, all on maps of one shape. */
  static List<Layer> of(List<Attention> of, Scope scope, Dims map) {
    return of(of, scope, (attention, its) -> attention.block(its, map));
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
