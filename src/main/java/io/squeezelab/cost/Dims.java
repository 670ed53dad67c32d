package io.squeezelab.cost;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;

/**
 * The size of one image's feature map, without the batch axis: (C, H, W), written {@code 3x32x32}.
 */
@Text("channels x height x width, such as 3x32x32")
public record Dims(int channels, int height, int width) {
  private static final int MOST_CHANNELS = 1 << 20;
  private static final int LONGEST_SIDE = 1 << 16;

  public Dims {
    Check.atLeast("channels", 1, channels);
    Check.atLeast("height", 1, height);
    Check.atLeast("width", 1, width);
    Check.atMost("channels", MOST_CHANNELS, channels);
    Check.atMost("height", LONGEST_SIDE, height);
    Check.atMost("width", LONGEST_SIDE, width);
  }

  public static Dims parse(String text) {
    String[] parts = text.trim().split("\\s*[x×]\\s*");
    try {
      if (parts.length == 3) {
        return new Dims(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      }
    } catch (NumberFormatException e) {
      // said below, with the shape that is expected
    }
    throw new Problem("", "must be channels x height x width, such as 3x32x32; is '" + text + "'");
  }

  /** Numbers in the map: C·H·W. */
  public long size() {
    return (long) channels * height * width;
  }

  /** Positions in the map: H·W. */
  public long pixels() {
    return (long) height * width;
  }

  public Dims channels(int others) {
    return new Dims(others, height, width);
  }

  /**
   * Refuses another shape than the one that must go on here.
   *
   * @throws Problem with both
   */
  public void mustBe(Dims wanted) {
    Check.that(equals(wanted), "", "gives " + this + " where " + wanted + " must go on");
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
