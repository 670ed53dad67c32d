package io.squeezelab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Trees;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Somebody else's figures for a backbone.
 *
 * @param params as written: exact, or printed with M; empty for none
 * @param macs likewise
 * @param from where they stand or what they were counted on
 * @param why reason of a difference; empty where there is none
 */
record Published(String params, String macs, String from, String why) {
  private static final JsonNode ALL =
      Trees.resource(Published.class, "/parity/backbones-published.yaml");
  private static final String UNITS = "kMG";

  static Published of(String name) {
    JsonNode one = ALL.path(name);
    return new Published(
        one.path("params").asText(""),
        one.path("macs").asText(""),
        one.path("from").asText(""),
        one.path("why").asText(""));
  }

  /** As people read it. */
  static String shown(String figure) {
    return figure.matches("\\d+") ? Table.count(Long.parseLong(figure)) : figure;
  }

  /** Whether a count is the figure: exactly, or to one of the last digit that is printed. */
  static boolean is(String figure, long counted) {
    if (figure.isEmpty()) {
      return true; // nothing to hold it against
    }
    BigDecimal off = off(figure, counted).abs();
    return off.compareTo(unit(figure) == 0 ? BigDecimal.ZERO : number(figure).ulp()) <= 0;
  }

  /** The difference in words: none, or with its share. */
  static String difference(String figure, long counted) {
    if (figure.isEmpty()) {
      return "";
    }
    if (unit(figure) == 0) {
      long more = counted - Long.parseLong(figure);
      return more == 0 ? "0" : Table.signed(more);
    }
    double share = 100 * off(figure, counted).doubleValue() / number(figure).doubleValue();
    return String.format(Locale.ROOT, "%+.1f %%", share);
  }

  /** In the figure's unit. */
  private static BigDecimal off(String figure, long counted) {
    return BigDecimal.valueOf(counted, 3 * unit(figure)).subtract(number(figure));
  }

  private static int unit(String figure) {
    return UNITS.indexOf(figure.charAt(figure.length() - 1)) + 1;
  }

  private static BigDecimal number(String figure) {
    return new BigDecimal(figure.replaceAll("[kMG]$", ""));
  }
}
