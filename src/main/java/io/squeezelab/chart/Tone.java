package io.squeezelab.chart;

import java.awt.Color;
import java.util.List;

/**
 * A colour by what it is for. Those of lines are M. Okabe and K. Ito's, "Color universal design"
 * (2008), less yellow, which is too pale on white, and lighter on dark screens. No two are equal on
 * paper, so that a drawing can be turned from one theme into the other.
 */
enum Tone {
  PAPER(0xFFFFFF, 0x16181A),
  INK(0x1A1A1A, 0xE8E8E6),
  SOFT(0x4D4D4D, 0xB2B4B6),
  LEADER(0x8C8C8C, 0x85898D),
  GRID(0xE3E3E3, 0x33373B),
  FRONT(0x7A7A7A, 0x979B9F),
  OTHER(0x9A9A9A, 0x777B7F),
  BASELINE(0x000000, 0xFFFFFF),
  BLUE(0x0072B2, 0x4C9FE0),
  VERMILION(0xD55E00, 0xF47F33),
  GREEN(0x009E73, 0x27B98E),
  PURPLE(0xCC79A7, 0xDD93BC),
  ORANGE(0xE69F00, 0xF2BB49),
  SKY(0x56B4E9, 0xA6DDF9),
  /** From little to much, each darker than the last on paper, lighter on a screen. */
  LEAST(0xA9C6E3, 0x39577A),
  LESS(0x7BA7D3, 0x4A74A6),
  MIDDLE(0x4A86C0, 0x6697CF),
  MORE(0x22639F, 0x93BCEA),
  MOST(0x0A3A6B, 0xD3E7FF),
  /** Text on the light and the dark cells of a scale, which look the same in both themes. */
  ON_LIGHT(0x010101, 0x010101),
  ON_DARK(0xFEFEFE, 0xFEFEFE);

  /** Those that tell lines apart. */
  static final List<Tone> LINES = List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY);

  /** Those that rank lines. */
  static final List<Tone> STEPS = List.of(LEAST, LESS, MIDDLE, MORE, MOST);

  private final Color print;
  private final Color dark;

  Tone(int print, int dark) {
    this.print = new Color(print);
    this.dark = new Color(dark);
  }

  /** The step of a share of the whole, from 0 to 1. */
  static Tone step(double share) {
    int step = (int) (share * STEPS.size());
    return STEPS.get(Math.max(0, Math.min(step, STEPS.size() - 1)));
  }

  Color in(Theme theme) {
    return theme == Theme.PRINT ? print : dark;
  }
}
