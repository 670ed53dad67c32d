package io.squeezelab.spec;

/** Rules that a record's constructor holds its components to; a breach names the field. */
public final class Check {
  private Check() {}

  public static void atLeast(String field, double least, double value) {
    finite(field, value);
    if (value < least) { // most checks hold: their messages are not put together
      that(false, field, "must be at least " + number(least) + ", is " + number(value));
    }
  }

  public static void atMost(String field, double most, double value) {
    finite(field, value);
    that(value <= most, field, "must be at most " + number(most) + ", is " + number(value));
  }

  public static void above(String field, double floor, double value) {
    finite(field, value);
    that(value > floor, field, "must be above " + number(floor) + ", is " + number(value));
  }

  /** {@code low <= value < high}. */
  public static void within(String field, double low, double high, double value) {
    finite(field, value);
    boolean inside = value >= low && value < high;
    String range = "at least " + number(low) + " and below " + number(high);
    that(inside, field, "must be " + range + ", is " + number(value));
  }

  /** 1, 3, 5, … up to {@code most}: sizes that have a middle. */
  public static void odd(String field, int most, int value) {
    boolean holds = value >= 1 && value <= most && value % 2 == 1;
    that(holds, field, "must be an odd number from 1 to " + most + ", is " + value);
  }

  public static void that(boolean holds, String field, String otherwise) {
    if (!holds) {
      throw new Problem(Names.kebab(field), otherwise);
    }
  }

  private static void finite(String field, double value) {
    if (!Double.isFinite(value)) {
      that(false, field, "must be a finite number, is " + value);
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
