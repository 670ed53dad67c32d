package io.squeezelab.data.picture;

/**
 * What colours are drawn away from or towards, in Pillow's arithmetic to the bit: single precision,
 * rounded towards 0.
 */
enum Colour {
  BRIGHTNESS {
    @Override
    void change(byte[] levels, float factor) {
      blend(levels, 0, factor);
    }
  },
  CONTRAST {
    @Override
    void change(byte[] levels, float factor) {
      long sum = 0;
      for (int i = 0; i < levels.length; i += 3) {
        sum += grey(levels, i);
      }
      blend(levels, (int) (sum / (levels.length / 3.0) + 0.5), factor);
    }
  },
  SATURATION {
    @Override
    void change(byte[] levels, float factor) {
      for (int i = 0; i < levels.length; i += 3) {
        int grey = grey(levels, i);
        for (int c = i; c < i + 3; c++) {
          levels[c] = blend(grey, levels[c] & 0xff, factor);
        }
      }
    }
  };

  abstract void change(byte[] levels, float factor);

  private static void blend(byte[] levels, int origin, float factor) {
    for (int i = 0; i < levels.length; i++) {
      levels[i] = blend(origin, levels[i] & 0xff, factor);
    }
  }

  private static byte blend(int origin, int level, float factor) {
    float mixed = origin + factor * (level - origin);
    return (byte) Math.max(0, Math.min(255, (int) mixed));
  }

  /** Luma of ITU-R BT.601, in 16-bit fixed point. */
  private static int grey(byte[] levels, int i) {
    int red = levels[i] & 0xff;
    int green = levels[i + 1] & 0xff;
    int blue = levels[i + 2] & 0xff;
    return red * 19595 + green * 38470 + blue * 7471 + 0x8000 >> 16;
  }
}
