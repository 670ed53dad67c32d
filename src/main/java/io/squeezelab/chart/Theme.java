package io.squeezelab.chart;

/** What a figure is drawn for. */
public enum Theme {
  /** White paper. */
  PRINT,
  /** A dark screen. */
  DARK
}
