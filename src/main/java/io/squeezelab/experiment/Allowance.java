package io.squeezelab.experiment;

import io.squeezelab.search.Measure;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a comparison: {@code within 0.2}, {@code at params <= 100%}, each at most
 * once.
 *
 * @param margin in percentage points; null where none is written
 * @param bound null where none is written
 */
record Allowance(Double margin, Claim.Bound bound) {
  private static final Pattern EACH =
      Pattern.compile(" within (?<margin>\\S+)| at (?<measure>\\S+?) ?<= ?(?<share>\\S+(?: %)?)");

  /**
   * Reads them.
   *
   * @throws Problem without a message if this is something else
   */
  static Allowance read(String written) {
    Double margin = null;
    Claim.Bound bound = null;
    Matcher each = EACH.matcher(written);
    int end = 0;
    for (; end < written.length(); end = each.end()) {
      boolean next = each.find(end) && each.start() == end;
      boolean again = next && (each.group("margin") == null ? bound : margin) != null;
      Check.that(next && !again, "", "");
      if (each.group("margin") != null) {
        margin = points(each.group("margin"));
      } else {
        bound = bound(each.group("measure"), each.group("share"));
      }
    }
    return new Allowance(margin, bound);
  }

  private static Claim.Bound bound(String measure, String share) {
    List<String> measures = Arrays.stream(Measure.values()).map(Measure::toString).toList();
    if (!measures.contains(measure)) {
      throw new Problem("", Names.unknown("measure", measure, measures));
    }
    String number = share.replaceFirst(" ?%$", "");
    boolean percent = share.endsWith("%") && number.matches("\\d{1,9}(\\.\\d{1,9})?");
    Check.that(percent, "", measure + " must be at most a share such as 100%; is '" + share + "'");
    double most = Double.parseDouble(number);
    Check.that(most > 0, "", measure + " must be at most a share above 0%; no arm has less");
    return new Claim.Bound(measure, most);
  }

  /** A number of percentage points. */
  static double points(String written) {
    boolean known = written.matches("\\d{1,3}(\\.\\d{1,9})?") && Double.parseDouble(written) <= 100;
    Check.that(
        known, "", "must be a number of percentage points such as 0.3; is '" + written + "'");
    return Double.parseDouble(written);
  }
}
