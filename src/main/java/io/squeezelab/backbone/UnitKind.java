package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;

/**
 * How the units of a network are made from the rows of its table.
 *
 * @param <R> a row: one unit's numbers
 */
interface UnitKind<R> {
  /** What attention sees of such a unit. */
  Unit unit(Dims in, R row);

  /** Shape of what it gives. */
  Dims out(Dims in, R row);

  Layer block(Scope scope, Dims in, R row, Places places);

  /** Whether attention sits in such a unit, if the placement chooses it. */
  default boolean attends(R row) {
    return true;
  }
}
