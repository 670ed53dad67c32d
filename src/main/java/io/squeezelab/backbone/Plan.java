package io.squeezelab.backbone;

import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The blocks of a network in which not every block has every position: each where it stands, with
 * the map that it sees.
 */
record Plan<R>(UnitKind<R> kind, int stages, List<Block<R>> blocks) {

  /**
   * One of them.
   *
   * @param stage from 1
   * @param index in its stage, from 0
   * @param count of its stage's blocks
   */
  private record Block<R>(int stage, int index, int count, R row, Dims in, Unit unit) {
    boolean has(Position position) {
      return unit.maps().containsKey(position);
    }
  }

  static <R> Plan<R> of(UnitKind<R> kind, Dims map, List<List<R>> stages) {
    List<Block<R>> blocks = new ArrayList<>();
    Dims in = map;
    for (int stage = 1; stage <= stages.size(); stage++) {
      List<R> rows = stages.get(stage - 1);
      for (int i = 0; i < rows.size(); i++) {
        R row = rows.get(i);
        blocks.add(new Block<>(stage, i, rows.size(), row, in, kind.unit(in, row)));
        in = kind.out(in, row);
      }
    }
    return new Plan<>(kind, stages.size(), blocks);
  }

  /** Shape of what the last block gives. */
  Dims out() {
    Block<R> last = blocks.get(blocks.size() - 1);
    return kind.out(last.in(), last.row());
  }

  /**
   * The stages, built.
   *
   * @param scopes of each stage, by its number from 1
   */
  List<Layer> layers(Placing placing, IntFunction<Scope> scopes) {
    List<Block<R>> attending = attending(placing);
    List<Layer> layers = new ArrayList<>();
    for (int stage = 1; stage <= stages; stage++) {
      List<Layer> built = new ArrayList<>();
      for (Block<R> block : blocks) {
        if (block.stage() == stage) {
          built.add(layer(block, scopes.apply(stage), attending.contains(block), placing));
        }
      }
      layers.add(Stage.of(stage, built));
    }
    return layers;
  }

  private Layer layer(Block<R> block, Scope scope, boolean attends, Placing placing) {
    Scope here = scope.in(block.index());
    Placing.Units units = placing.stage(block.stage(), scope, block.count());
    Places places = attends ? units.places(block.index(), here, block.unit()) : Places.NONE;
    return kind.block(here, block.in(), block.row(), places);
  }

  /**
   * The chosen blocks that have the position. Where some of them lack it (an identity branch, at a
   * change of shape), those go without; where all do, they are all named, to be refused with the
   * reason.
   */
  private List<Block<R>> attending(Placing placing) {
    Placement placement = placing.placement();
    List<Block<R>> chosen =
        blocks.stream()
            .filter(b -> kind.attends(b.row()))
            .filter(b -> placement.holds(b.stage(), b.index(), b.count()))
            .toList();
    Check.that(
        !chosen.isEmpty() || placing.attention() instanceof None,
        "placement",
        "no block of these has attention, because the published network has none there;"
            + " every-block: true of the backbone gives it to all");
    List<Block<R>> having = chosen.stream().filter(b -> b.has(placement.position())).toList();
    return having.isEmpty() ? chosen : having;
  }
}
