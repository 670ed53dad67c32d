package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A unit of a network as attention sees it: a residual block, a convolution of a VGG, an Inception
 * module.
 *
 * @param maps shape of the map that attention gets, in each position that such a unit has
 * @param conv what a fusion of convolutions may replace; null where {@link Position#CONV} is none
 *     of the positions
 * @param lacks why it has none of the other positions, as words after "because"
 */
record Unit(Map<Position, Dims> maps, Swap conv, String lacks) {

  /**
   * A convolution that a fusion of convolutions may stand for.
   *
   * @param in shape that it takes
   * @param out shape that it gives
   */
  record Swap(Dims in, Dims out, int stride) {}

  /**
   * A block with a residual branch, an identity branch and their sum: it has every position.
   *
   * @param conv its 3x3 convolution, the first if there are two
   */
  static Unit residual(Dims in, Dims out, Swap conv) {
    Map<Position, Dims> maps = new EnumMap<>(Position.class);
    Arrays.stream(Position.values()).forEach(position -> maps.put(position, out));
    maps.put(Position.PRE, in);
    maps.put(Position.CONV, conv.in());
    maps.put(Position.CONV3X3, conv.out());
    return new Unit(maps, conv, "");
  }

  /** Without some of the positions. */
  Unit without(String lacks, Position... positions) {
    Map<Position, Dims> fewer = new EnumMap<>(maps);
    fewer.keySet().removeAll(List.of(positions));
    return new Unit(fewer, fewer.containsKey(Position.CONV) ? conv : null, lacks);
  }

  /** With a position on another map than {@link #residual} supposes. */
  Unit with(Position position, Dims map) {
    Map<Position, Dims> others = new EnumMap<>(maps);
    others.put(position, map);
    return new Unit(others, conv, lacks);
  }

  /** Channels that it takes in; 0 where that is no place for attention and so not said. */
  int entering() {
    Dims in = maps.get(Position.PRE);
    return in == null ? 0 : in.channels();
  }

  /** The positions that it has, as written in files. */
  List<String> positions() {
    return maps.keySet().stream().map(p -> p.name().toLowerCase(Locale.ROOT)).toList();
  }
}
