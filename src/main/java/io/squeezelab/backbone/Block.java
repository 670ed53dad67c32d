package io.squeezelab.backbone;

import io.squeezelab.spec.Check;

/** What the residual branches of a network for small images are made of. */
public enum Block {
  /** Two 3x3 convolutions. */
  BASIC(2, 1),
  /** 1x1, 3x3 and 1x1 convolutions; the last gives four times the channels. */
  BOTTLENECK(3, 4);

  private static final int STAGES = 3;
  private static final int DEEPEST = 2000;

  private final int convolutions;

  /** Channels of a block's output for each of its width. */
  final int expansion;

  Block(int convolutions, int expansion) {
    this.convolutions = convolutions;
    this.expansion = expansion;
  }

  /** Refuses a depth that does not fall in three stages of equally many such blocks. */
  void check(int depth, int besides) {
    int step = STAGES * convolutions;
    boolean fits = depth >= step + besides && (depth - besides) % step == 0;
    String such =
        "(%d, %d, %d, …)".formatted(step + besides, 2 * step + besides, 3 * step + besides);
    Check.that(fits, "depth", "must be %dn + %d %s, is %d".formatted(step, besides, such, depth));
    Check.atMost("depth", DEEPEST, depth);
  }

  /**
   * Blocks of each of the three stages.
   *
   * @param besides layers that a depth counts besides those of the blocks
   */
  int count(int depth, int besides) {
    return (depth - besides) / (STAGES * convolutions);
  }
}
