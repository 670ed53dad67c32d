package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import java.util.stream.IntStream;

/**
 * The axes of (C, H, W) that a descriptor keeps; it has size 1 on the others, so that it broadcasts
 * against the map it was squeezed from.
 */
public enum Keep {
  CHANNEL(true, false, false),
  HEIGHT(false, true, false),
  WIDTH(false, false, true),
  SPATIAL(false, true, true),
  CHANNEL_HEIGHT(true, true, false),
  CHANNEL_WIDTH(true, false, true),
  ALL(true, true, true),
  /**
   * Two profiles of each channel, along the height and along the width, one after the other: (N, C,
   * H + W, 1). Their weights are multiplied with each other (Coordinate Attention, arXiv
   * 2103.02907).
   */
  CROSS(true, true, true);

  private final boolean[] kept;

  Keep(boolean channel, boolean height, boolean width) {
    kept = new boolean[] {channel, height, width};
  }

  /** Whether axis 1 (C), 2 (H) or 3 (W) of (N, C, H, W) stays. */
  public boolean keeps(int axis) {
    return kept[axis - 1];
  }

  /** The axes of (N, C, H, W) that go; the cross is made of two such keeps. */
  public int[] reduced() {
    return IntStream.rangeClosed(1, 3).filter(axis -> !keeps(axis)).toArray();
  }

  /** Whether a position of the map has a descriptor of its own. */
  public boolean positions() {
    return kept[1] || kept[2];
  }

  public Dims of(Dims map) {
    if (this == CROSS) {
      return new Dims(map.channels(), map.height() + map.width(), 1);
    }
    return new Dims(
        kept[0] ? map.channels() : 1, kept[1] ? map.height() : 1, kept[2] ? map.width() : 1);
  }
}
