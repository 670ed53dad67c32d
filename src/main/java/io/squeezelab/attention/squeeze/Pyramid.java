package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.HashSet;
import java.util.List;

/**
 * Means over the cells of coarse and fine grids, joined as statistics: g x g cells where both H and
 * W go, g where one of them does. (N, C, H, W) → (N, S·C, 1, 1), S = 1 + 4 + 16 for the grids 1, 2,
 * 4; cells row by row, grid after grid. Where g does not divide a side, neighbouring cells share
 * positions. Nothing to learn; reads the map once a grid.
 *
 * @param grids g of each
 */
@From(value = "Spatial Pyramid Pooling, section 2.2", link = "https://arxiv.org/abs/1406.4729")
public record Pyramid(@Default("channel") Keep keep, @Default("[1, 2, 4]") List<Integer> grids)
    implements Squeeze {
  public Pyramid {
    Keeps.only(
        keep,
        "grids are laid over height and width, and channels have none",
        Keep.CHANNEL,
        Keep.CHANNEL_HEIGHT,
        Keep.CHANNEL_WIDTH);
    Check.that(!grids.isEmpty(), "grids", "must name at least one");
    Check.that(new HashSet<>(grids).size() == grids.size(), "grids", "must name each once");
    grids.forEach(grid -> Check.within("grids", 1, 257, grid));
  }

  @Override
  public Descriptor descriptor(Dims map) {
    Dims one = keep.of(map);
    int cells = grids.stream().mapToInt(grid -> keep.positions() ? grid : grid * grid).sum();
    return new Descriptor(keep, map, one.channels(cells * one.channels()), cells);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    int longest = Math.max(keep.keeps(2) ? 1 : map.height(), keep.keeps(3) ? 1 : map.width());
    for (int grid : grids) {
      Check.that(grid <= longest, "grids", grid + " is finer than a map of " + map);
    }
    return Reads.of(scope, this, grids.size(), new Grids(keep, grids, descriptor(map).shape()));
  }
}
