package io.squeezelab.backbone;

import io.squeezelab.spec.Default;

/**
 * Where attention sits: the position in each unit, the stages and the blocks of each whose units
 * have it, and how many places share one module's weights.
 */
public record Placement(
    @Default("standard") Position position,
    @Default("all") Stages stages,
    @Default("all") Blocks blocks,
    @Default("block") Share share) {
  public static final Placement STANDARD =
      new Placement(Position.STANDARD, Stages.ALL, Blocks.ALL, Share.BLOCK);

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
}
