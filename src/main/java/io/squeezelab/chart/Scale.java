package io.squeezelab.chart;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Tradeoff.Axis;
import java.util.Arrays;

/** In what an axis of costs counts, so that its numbers are short. */
enum Scale {
  BILLIONS(Axis.Kind.COUNT, "billions", 1e9),
  MILLIONS(Axis.Kind.COUNT, "millions", 1e6),
  THOUSANDS(Axis.Kind.COUNT, "thousands", 1e3),
  GIGABYTES(Axis.Kind.BYTES, "GB", 1e9),
  MEGABYTES(Axis.Kind.BYTES, "MB", 1e6),
  KILOBYTES(Axis.Kind.BYTES, "kB", 1e3),
  HOURS(Axis.Kind.SECONDS, "h", 3600),
  SECONDS(Axis.Kind.SECONDS, "s", 1),
  MILLISECONDS(Axis.Kind.SECONDS, "ms", 1e-3),
  MICROSECONDS(Axis.Kind.SECONDS, "µs", 1e-6);

  private final Axis.Kind kind;
  private final String title;
  private final double size;

  Scale(Axis.Kind kind, String title, double size) {
    this.kind = kind;
    this.title = title;
    this.size = size;
  }

  /** The largest that the highest cost reaches, or else the smallest of its kind. */
  static Scale of(Axis.Kind kind, double most) {
    return Arrays.stream(values())
        .filter(scale -> scale.kind == kind)
        .reduce((large, small) -> most >= large.size ? large : small)
        .orElseThrow();
  }

  /** A cost in words: 40,813,184 multiply-adds, 1.85 MB. */
  static String text(Axis axis, double cost) {
    if (axis.kind() == Axis.Kind.COUNT) {
      return Numbers.count((long) cost) + " " + axis.what();
    }
    Scale scale = of(axis.kind(), cost);
    return Numbers.measure(cost / scale.size) + " " + scale.title;
  }

  String title() {
    return title;
  }

  double size() {
    return size;
  }
}
