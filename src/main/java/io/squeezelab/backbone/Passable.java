package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Problem;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Refuses images that a network cannot take, and says which it can. */
final class Passable {
  private static final int FURTHEST = 512;

  private Passable() {}

  /** Makes a network, or throws a {@link Problem}. */
  interface Maker {
    Network make(Dims image, Attention attention, Placement placement);
  }

  /**
   * The network for these images.
   *
   * @param stem of the network: a small one takes smaller images
   * @throws Problem if a map on the way becomes too small, or the branches of a module do not meet,
   *     with the least larger square that passes; or as {@code maker} throws it
   */
  static Network of(Dims image, Stem stem, Attention attention, Placement placement, Maker maker) {
    placement.withoutBottlenecks();
    String hint = stem.small(image) ? "" : "; stem: small takes smaller ones";
    try {
      return maker.make(image, attention, placement);
    } catch (Problem problem) {
      Function<Dims, Network> plain = size -> maker.make(size, new None(), Placement.STANDARD);
      Optional<String> obstacle = obstacle(image, plain);
      throw obstacle.isEmpty() ? problem : refusal(image, obstacle.get(), plain, hint);
    }
  }

  private static Problem refusal(
      Dims image, String obstacle, Function<Dims, Network> plain, String hint) {
    String next =
        IntStream.rangeClosed(Math.min(image.height(), image.width()) + 1, FURTHEST)
            .mapToObj(side -> new Dims(image.channels(), side, side))
            .filter(square -> obstacle(square, plain).isEmpty())
            .findFirst()
            .map(square -> "; the smallest larger square that does is " + square + hint)
            .orElse("");
    return new Problem("backbone", "images of " + image + " do not pass: " + obstacle + next);
  }

  private static Optional<String> obstacle(Dims image, Function<Dims, Network> plain) {
    try {
      plain.apply(image);
      return Optional.empty();
    } catch (Problem problem) {
      return Optional.of(problem.getMessage());
    }
  }
}
