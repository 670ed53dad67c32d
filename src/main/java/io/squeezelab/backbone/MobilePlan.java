package io.squeezelab.backbone;

import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The blocks of a network of {@link MobileUnits}, each where it stands, with the maps it sees. */
record MobilePlan(List<Block> blocks) {

  /**
   * One of them.
   *
   * @param stage from 1
   * @param index in its stage, from 0
   * @param count of its stage's blocks
   */
  record Block(int stage, int index, int count, Mbconv row, Dims in, Dims out, Unit unit) {
    private boolean has(Position position) {
      return unit.maps().containsKey(position);
    }

    private boolean chosen(Placement placement) {
      return row.attends() && placement.holds(stage, index, count);
    }
  }

  static MobilePlan of(MobileUnits units, Dims map, List<List<Mbconv>> stages) {
    List<Block> blocks = new ArrayList<>();
    Dims in = map;
    for (int stage = 1; stage <= stages.size(); stage++) {
      List<Mbconv> rows = stages.get(stage - 1);
      for (int i = 0; i < rows.size(); i++) {
        Mbconv row = rows.get(i);
        Dims out = units.out(in, row);
        blocks.add(new Block(stage, i, rows.size(), row, in, out, units.unit(in, row)));
        in = out;
      }
    }
    return new MobilePlan(blocks);
  }

  List<Block> stage(int number) {
    return blocks.stream().filter(block -> block.stage() == number).toList();
  }

  /** Shape of what the last block gives. */
  Dims out() {
    return blocks.get(blocks.size() - 1).out();
  }

  /**
   * Which blocks get attention: the chosen ones that have its position. Where some of them lack it
   * (the identity branch, at a change of shape), those go without; where all do, every one is
   * named, to be refused with its reason.
   */
  Predicate<Block> attending(Placing placing) {
    Placement placement = placing.placement();
    Position position = placement.position();
    List<Block> chosen = blocks.stream().filter(block -> block.chosen(placement)).toList();
    boolean any = chosen.stream().anyMatch(block -> block.has(position));
    String rows = "names blocks none of which has attention in the published network; ";
    Check.that(
        !chosen.isEmpty() || placing.attention() instanceof None,
        "placement",
        rows + "with 'every-block: true' in the backbone all blocks can have it");
    return block -> block.chosen(placement) && (block.has(position) || !any);
  }
}
