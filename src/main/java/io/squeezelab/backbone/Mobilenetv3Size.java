package io.squeezelab.backbone;

import io.squeezelab.layer.Activation;
import io.squeezelab.layer.HardSwish;
import io.squeezelab.layer.Relu;
import io.squeezelab.spec.From;
import java.util.List;

/** The two published sizes of {@link Mobilenetv3}. */
@From(value = "MobileNetV3, tables 1 and 2", link = "https://arxiv.org/abs/1905.02244")
public enum Mobilenetv3Size {
  /** Table 1. */
  LARGE(
      List.of(
          List.of(re(3, 16, 16, 1, false)),
          List.of(re(3, 64, 24, 2, false), re(3, 72, 24, 1, false)),
          List.of(re(5, 72, 40, 2, true), re(5, 120, 40, 1, true), re(5, 120, 40, 1, true)),
          List.of(
              hs(3, 240, 80, 2, false),
              hs(3, 200, 80, 1, false),
              hs(3, 184, 80, 1, false),
              hs(3, 184, 80, 1, false)),
          List.of(hs(3, 480, 112, 1, true), hs(3, 672, 112, 1, true)),
          List.of(hs(5, 672, 160, 2, true), hs(5, 960, 160, 1, true), hs(5, 960, 160, 1, true))),
      960,
      1280),
  /**
   * Table 2, without the module that it marks on the last convolution, which no released network
   * has.
   */
  SMALL(
      List.of(
          List.of(re(3, 16, 16, 2, true)),
          List.of(re(3, 72, 24, 2, false), re(3, 88, 24, 1, false)),
          List.of(hs(5, 96, 40, 2, true), hs(5, 240, 40, 1, true), hs(5, 240, 40, 1, true)),
          List.of(hs(5, 120, 48, 1, true), hs(5, 144, 48, 1, true)),
          List.of(hs(5, 288, 96, 2, true), hs(5, 576, 96, 1, true), hs(5, 576, 96, 1, true))),
      576,
      1024);

  private final List<List<Mbconv>> stages;
  private final int before;
  private final int after;

  Mobilenetv3Size(List<List<Mbconv>> stages, int before, int after) {
    this.stages = stages;
    this.before = before;
    this.after = after;
  }

  private static Mbconv re(int kernel, int expanded, int out, int stride, boolean attends) {
    return row(kernel, expanded, out, stride, attends, new Relu());
  }

  private static Mbconv hs(int kernel, int expanded, int out, int stride, boolean attends) {
    return row(kernel, expanded, out, stride, attends, new HardSwish());
  }

  private static Mbconv row(
      int kernel, int expanded, int out, int stride, boolean attends, Activation activation) {
    return new Mbconv(kernel, expanded, out, stride, attends, activation);
  }

  List<List<Mbconv>> stages() {
    return stages;
  }

  /** Channels of the last convolution before the pool. */
  int before() {
    return before;
  }

  /** Channels of the one behind it. */
  int after() {
    return after;
  }
}
