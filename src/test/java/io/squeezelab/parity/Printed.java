package io.squeezelab.parity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A figure with its unit, {@code 3.86G} or {@code 25.6M}. */
record Printed(String text) {
  BigDecimal number() {
    return new BigDecimal(text.substring(0, text.length() - 1));
  }

  BigDecimal rounded(long counted) {
    return counted(counted).setScale(number().scale(), RoundingMode.HALF_UP);
  }

  boolean near(long counted) {
    return counted(counted).subtract(number()).abs().compareTo(number().ulp()) <= 0;
  }

  private BigDecimal counted(long counted) {
    return BigDecimal.valueOf(counted, text.endsWith("G") ? 9 : 6);
  }
}
