package io.squeezelab.backbone;

import io.squeezelab.spec.Problem;
import java.util.List;

/**
 * How many blocks each stage of a {@link Resnet} has.
 *
 * @param layers with weights, which name the depth
 */
record ResnetDepth(int layers, Block block, List<Integer> counts) {
  static final int STAGES = 4;
  private static final List<ResnetDepth> ALL =
      List.of(
          new ResnetDepth(14, Block.BOTTLENECK, List.of(1, 1, 1, 1)),
          new ResnetDepth(18, Block.BASIC, List.of(2, 2, 2, 2)),
          new ResnetDepth(26, Block.BOTTLENECK, List.of(2, 2, 2, 2)),
          new ResnetDepth(34, Block.BASIC, List.of(3, 4, 6, 3)),
          new ResnetDepth(50, Block.BOTTLENECK, List.of(3, 4, 6, 3)),
          new ResnetDepth(101, Block.BOTTLENECK, List.of(3, 4, 23, 3)),
          new ResnetDepth(152, Block.BOTTLENECK, List.of(3, 8, 36, 3)),
          new ResnetDepth(200, Block.BOTTLENECK, List.of(3, 24, 36, 3)),
          new ResnetDepth(269, Block.BOTTLENECK, List.of(3, 30, 48, 8)));

  static ResnetDepth of(int layers) {
    List<Integer> allowed = ALL.stream().map(ResnetDepth::layers).toList();
    return ALL.stream()
        .filter(depth -> depth.layers == layers)
        .findFirst()
        .orElseThrow(() -> new Problem("depth", "must be one of " + allowed + ", is " + layers));
  }

  int count(int stage) {
    return counts.get(stage - 1);
  }
}
