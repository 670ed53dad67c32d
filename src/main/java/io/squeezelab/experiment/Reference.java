package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The field {@code reference}: what a publication prints for the same arms, to stand beside ours.
 *
 * @param source publication and table
 * @param link to it
 * @param setting on which network and data the printed numbers were measured
 * @param arms printed figures by the label of the arm here
 */
public record Reference(
    String source,
    @Default("''") String link,
    @Default("''") String setting,
    Map<String, Printed> arms) {

  public Reference {
    Check.that(!source.isBlank(), "source", "must name the publication and its table, is empty");
    Check.that(!arms.isEmpty(), "arms", "must have a row of the table, is empty");
    arms = new LinkedHashMap<>(arms);
  }

  /**
   * One row of the publication's table; NaN where it prints nothing.
   *
   * @param top1Error in percent
   * @param top5Error in percent
   * @param gmacs multiply-adds for one image, in thousand millions
   * @param mparams parameters, in millions
   */
  public record Printed(
      @Default(".nan") double top1Error,
      @Default(".nan") double top5Error,
      @Default(".nan") double gmacs,
      @Default(".nan") double mparams) {
    public Printed {
      percent("top1Error", top1Error);
      percent("top5Error", top5Error);
      positive("gmacs", gmacs);
      positive("mparams", mparams);
    }

    private static void percent(String field, double value) {
      if (!Double.isNaN(value)) {
        Check.atLeast(field, 0, value);
        Check.atMost(field, 100, value);
      }
    }

    private static void positive(String field, double value) {
      if (!Double.isNaN(value)) {
        Check.above(field, 0, value);
      }
    }
  }
}
