package io.squeezelab.experiment;

import java.util.Locale;

/**
 * How an arm's cost was brought to a target.
 *
 * @param free path of the field that was free
 * @param value what it was set to
 * @param measure {@code parameters} or {@code MACs}
 * @param asked what was to be reached, as written
 * @param baseline what the baseline costs, where that was asked relative to it; 0 where not
 * @param target cost to reach
 * @param cost that is reached
 */
public record Matched(
    String free, int value, String measure, Aim asked, long baseline, long target, long cost) {

  /**
   * How far the cost is off the target, as a share of it or, where a difference to the baseline was
   * asked for, of that difference; above 0 where the cost is higher.
   */
  public double off() {
    // a difference too small to round to one parameter is at least one
    long of = asked.difference() ? Math.max(1, Math.abs(target - baseline)) : target;
    return (double) (cost - target) / of;
  }

  /** What was asked for, as tables have it: {@code +1.00 %}, {@code baseline}, {@code 77,700}. */
  public String wanted() {
    if (asked.difference()) {
      return percent(asked.share());
    }
    return asked.relative() ? "baseline" : count(target);
  }

  /** What came of it: {@code +0.98 %} of the baseline, or {@code 77,690 (-0.01 %)}. */
  public String got() {
    return asked.relative() ? percent(gained()) : count(cost) + " (" + percent(off()) + ")";
  }

  private double gained() {
    return (double) (cost - baseline) / baseline;
  }

  /** With as many decimals as tell what was asked for from what is a tenth of it off. */
  private String percent(double share) {
    double least = asked.difference() ? 100 * Math.abs(asked.share()) : 1;
    int decimals = Math.max(2, 2 - (int) Math.floor(Math.log10(least)));
    return String.format(Locale.ROOT, "%+." + decimals + "f %%", 100 * share);
  }

  /** Says that this, though the nearest of all, is not near enough. */
  String beyond(String arm, Percent tolerance, Nearest all) {
    String target = count(this.target) + " " + measure;
    boolean difference = asked.difference();
    String text =
        String.format(
            Locale.ROOT,
            "cannot bring '%s' to %s within %s: the nearest is %s (%s), with %s = %d",
            arm,
            difference ? wanted() + " of the baseline, " + target + "," : target,
            tolerance + (difference ? " of the difference" : ""),
            count(cost),
            percent(difference ? gained() : off()),
            free,
            value);
    if (this.target > all.most().getValue()) {
      return text + ", and there is no more to be had";
    }
    return this.target < all.least().getValue() ? text + ", and there is no less" : text;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
