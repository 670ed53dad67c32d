package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;

/** The field {@code seeds}: a count, for the seeds from 0, or the seeds themselves. */
final class Replicates {
  private static final String FIELD = "seeds";
  private static final int MOST = 100_000;

  private Replicates() {}

  static List<Long> of(JsonNode seeds) {
    if (seeds.isMissingNode()) {
      return List.of(0L);
    }
    if (seeds.isIntegralNumber() && seeds.longValue() > MOST) {
      throw new Problem(FIELD, "must be a count of at most " + MOST + ", is " + seeds);
    }
    if (seeds.isIntegralNumber() && seeds.longValue() >= 1) {
      return LongStream.range(0, seeds.longValue()).boxed().toList();
    }
    List<Long> list = new ArrayList<>();
    for (int i = 0; seeds.isArray() && i < seeds.size(); i++) {
      if (!seeds.get(i).isIntegralNumber()) {
        throw new Problem(FIELD + "[" + i + "]", "must be a whole number, is " + seeds.get(i));
      }
      list.add(seeds.get(i).longValue());
    }
    if (list.isEmpty() || new HashSet<>(list).size() < list.size()) {
      throw new Problem(
          FIELD,
          "must be a count of at least 1, or a list of different whole numbers; is " + seeds);
    }
    return List.copyOf(list);
  }
}
