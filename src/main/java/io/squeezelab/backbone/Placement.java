package io.squeezelab.backbone;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * Where attention sits: the position in each unit, the stages and the blocks of each whose units
 * have it, and how many places share one module's weights.
 *
 * @param caffe in networks of bottlenecks: the stride of a stage sits in the first 1x1 convolution
 *     of its first unit, as in the released Caffe models, and not in the 3x3; what {@code caffe} of
 *     the backbone says too
 */
public record Placement(
    @Default("standard") Position position,
    @Default("all") Stages stages,
    @Default("all") Blocks blocks,
    @Default("block") Share share,
    @Default("false") boolean caffe) {
  public static final Placement STANDARD =
      new Placement(Position.STANDARD, Stages.ALL, Blocks.ALL, Share.BLOCK, false);

  /**
   * Whether a unit has attention.
   *
   * @param stage from 1
   * @param index of the unit in its stage, from 0
   * @param count of the stage's units
   */
  boolean holds(int stage, int index, int count) {
    return stages.holds(stage) && blocks.holds(index, count);
  }

  /** Refuses {@code caffe} where no unit has a 1x1 convolution before its 3x3. */
  void withoutBottlenecks() {
    Check.that(!caffe, "placement.caffe", "is for bottlenecks: no other units start with a 1x1");
  }
}
