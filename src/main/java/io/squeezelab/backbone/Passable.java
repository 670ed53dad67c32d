package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Problem;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Refuses images that a network cannot take, and says which it can. */
final class Passable {
  private static final int FURTHEST = 512;

  private Passable() {}

  /**
   * The network for these images.
   *
   * @param plain makes it without attention for images of any shape
   * @param wanted makes it as asked for
   * @param hint what else would help, to stand at the end of the message
   * @throws Problem if a map on the way becomes too small, or the branches of a module do not meet,
   *     with the least larger square that passes; or as {@code wanted} throws it
   */
  static Network of(
      Dims image, Function<Dims, Network> plain, Function<Dims, Network> wanted, String hint) {
    try {
      return wanted.apply(image);
    } catch (Problem problem) {
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
