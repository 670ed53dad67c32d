package io.squeezelab.search;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The arms of a space in random order, each once, without a list of them: the combinations are
 * shuffled by Fisher and Yates as far as they are drawn, and only what was moved is kept. Of
 * combinations that are one arm, since some factor has no meaning there, the one with first levels
 * in its place stands for the arm, so that all arms are equally likely.
 */
final class Draws {
  private static final int MOST_REFUSED = 20_000;

  private final Space space;
  private final SplittableRandom random;
  private final List<Point> listed;
  private final BigInteger count;
  private final Map<BigInteger, BigInteger> moved = new HashMap<>();
  private BigInteger drawn = BigInteger.ZERO;

  Draws(Space space, SplittableRandom random) {
    this.space = space;
    this.random = random;
    this.listed = space.listed().orElse(null);
    this.count = listed == null ? combinations(space) : BigInteger.valueOf(listed.size());
  }

  private static BigInteger combinations(Space space) {
    BigInteger product = BigInteger.ONE;
    for (Factor factor : space.factors()) {
      product = product.multiply(BigInteger.valueOf(factor.levels().size()));
    }
    return product;
  }

  /** The next arm; empty where there is none, or none in many thousand combinations. */
  Optional<Point> next() {
    for (int refused = 0; refused < MOST_REFUSED && drawn.compareTo(count) < 0; refused++) {
      BigInteger index = draw();
      if (listed != null) {
        return Optional.of(listed.get(index.intValue()));
      }
      Point raw = levels(index);
      Optional<Point> point = space.admit(raw).filter(arm -> first(arm).equals(raw));
      if (point.isPresent()) {
        return point;
      }
    }
    return Optional.empty();
  }

  private static Point first(Point arm) {
    return new Point(arm.levels().stream().map(level -> Math.max(level, 0)).toList());
  }

  private BigInteger draw() {
    BigInteger other = drawn.add(below(count.subtract(drawn)));
    BigInteger chosen = moved.getOrDefault(other, other);
    moved.put(other, moved.getOrDefault(drawn, drawn));
    moved.remove(drawn); // is behind us
    drawn = drawn.add(BigInteger.ONE);
    return chosen;
  }

  /** No number is likelier than another by more than one part in 2^64. */
  private BigInteger below(BigInteger bound) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * (bound.bitLength() / 64 + 2));
    while (bytes.hasRemaining()) {
      bytes.putLong(random.nextLong());
    }
    return new BigInteger(1, bytes.array()).mod(bound);
  }

  private Point levels(BigInteger index) {
    BigInteger rest = index;
    List<Integer> levels = new ArrayList<>();
    for (Factor factor : space.factors()) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(factor.levels().size()));
      levels.add(parts[1].intValue());
      rest = parts[0];
    }
    return new Point(levels);
  }
}
