package io.squeezelab.spec;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Also quotes texts that would read back as numbers: {@code 1e3}, {@code 0b11}, {@code .inf}. */
final class Quoting extends StringQuotingChecker.Default {
  private static final long serialVersionUID = 1;

  @Override
  public boolean needToQuoteValue(String value) {
    return super.needToQuoteValue(value)
        || value.matches(
            "[-+]?([0-9][0-9_]*\\.?[0-9_]*([eE][-+]?[0-9]+)?|\\.[0-9_]+([eE][-+]?[0-9]+)?"
                + "|0[bx][0-9a-fA-F_]+|\\.(inf|nan|Inf|NaN|INF|NAN)|[0-9:_]+\\.[0-9_]*)");
  }
}
