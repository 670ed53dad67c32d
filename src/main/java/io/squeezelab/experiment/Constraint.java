package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.search.Measure;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a combination may cost at most, or has to cost at least: {@code params <= +2%}.
 *
 * @param most whether at most
 * @param bound in full; a share of the baseline is not rounded
 * @param origin where the file has it
 */
record Constraint(String text, Measure measure, boolean most, BigDecimal bound, String origin) {
  private static final Pattern FORM = Pattern.compile("([\\w-]+)\\s*(<=|>=)\\s*(\\S+)");
  private static final String SUCH = "must be such as 'params <= +2%', 'macs <= 60M'";

  static Constraint of(JsonNode given, String origin, Baseline baseline) {
    Matcher parts = FORM.matcher(given.asText().strip());
    if (!given.isTextual() || !parts.matches()) {
      throw new Problem(origin, SUCH + " or 'params >= baseline'; is " + Trees.print(given));
    }
    List<String> names = Arrays.stream(Measure.values()).map(Measure::toString).toList();
    if (!names.contains(parts.group(1))) {
      throw new Problem(origin, Names.unknown("measure", parts.group(1), names));
    }
    Measure measure = Measure.named(parts.group(1));
    boolean most = parts.group(2).equals("<=");
    return new Constraint(
        given.asText(), measure, most, bound(parts.group(3), measure, origin, baseline), origin);
  }

  private static BigDecimal bound(String aim, Measure measure, String origin, Baseline baseline) {
    try {
      Aim of = Aim.parse(aim);
      if (of.relative() && baseline == null) {
        String lacks = " is relative to the baseline, but the experiment has none";
        throw new Problem("", aim + lacks);
      }
      return of.exactly(of.relative() ? measure.of(baseline.recipe().network().cost()) : 0);
    } catch (Problem problem) {
      throw problem.under(origin);
    }
  }

  boolean holds(Cost cost) {
    int side = BigDecimal.valueOf(measure.of(cost)).compareTo(bound);
    return most ? side <= 0 : side >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
