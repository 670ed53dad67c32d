package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads claims; docs/claims.md has the grammar. */
final class ClaimText {
  static final String SUCH =
      "must be such as 'sigmoid > tanh', 'eca >= se within 0.2 at params <= 100%',"
          + " 'spread of reduction in 4..16 < 0.3' or {order: [a, b, c]}; is ";

  private static final int LONGEST = 1000;
  private static final String NAME = "(\"[^\"]+\"|'[^']+'|[^<>\"']+?)";
  private static final Pattern VERSUS =
      Pattern.compile(NAME + " ?(>=|<=|>|<) ?" + NAME + "((?: (?:within|at) .*)?)");
  private static final Pattern SPREAD =
      Pattern.compile("spread of (\\[.*\\]|.+?)(?: in (\\S+?)\\.\\.(\\S+?))? ?< ?(\\S+)");
  private static final Pattern LIST = Pattern.compile("\\[(.*)]");
  private static final Pattern ITEM =
      Pattern.compile(" ?(\"[^\"]+\"|'[^']+'|[^,\"'\\[\\]]+?) ?(,|$)");
  private static final Pattern UNQUOTED =
      Pattern.compile(".*( (at|within) |[\"']).*|(order: |spread of ).*");
  private static final String QUOTES =
      "; a name with 'at', 'within' or quotes is put in quotes, and so is one that begins with"
          + " 'order: ' or 'spread of '";
  private static final String ORDER = "order: ";

  private final String text;

  private ClaimText(String text) {
    this.text = text;
  }

  /**
   * @throws Problem if it is no claim
   */
  static Saying read(String written) {
    String text = written.strip().replaceAll("\\s+", " ");
    int length = text.length();
    Check.that(length <= LONGEST, "", "has " + length + " characters; no claim needs so many");
    ClaimText of = new ClaimText(text);
    if (text.startsWith(ORDER)) {
      return order(of.names(text.substring(ORDER.length())));
    }
    return text.startsWith("spread of ") ? of.spread() : of.versus();
  }

  /** Arms from the most accurate to the least. */
  static Saying order(List<String> names) {
    Check.that(names.size() > 1, "", "an order needs two arms or more; has " + names.size());
    List<String> quoted = names.stream().map(ClaimText::quoted).toList();
    String text = ORDER + "[" + String.join(", ", quoted) + "]";
    return new Saying(text, names, null, labels -> new Claim.Ordered(text, labels));
  }

  private static String quoted(String name) {
    String quote = name.contains("\"") ? "'" : "\"";
    return name.matches("[^,\"'\\[\\]]+") ? name : quote + name + quote;
  }

  private Problem wrong() {
    String cure = UNQUOTED.matcher(text).matches() ? QUOTES : "";
    return new Problem("", SUCH + "'" + text + "'" + cure);
  }

  private Saying versus() {
    Matcher parts = VERSUS.matcher(text);
    if (!parts.matches()) {
      throw wrong();
    }
    boolean strict = parts.group(2).length() == 1;
    boolean turned = parts.group(2).startsWith("<");
    Allowance allowance = allowance(parts.group(4));
    String other = "'within' and 'at' are about the arm in front of > or >=; write that one first";
    Check.that(parts.group(4).isEmpty() || !turned, "", other);
    boolean sharp = allowance.margin() == null || !strict;
    Check.that(sharp, "", "'within' goes with >=, not with >");
    double margin = allowance.margin() == null ? 0 : allowance.margin();
    String left = bare(parts.group(turned ? 3 : 1));
    String right = bare(parts.group(turned ? 1 : 3));
    return new Saying(
        text,
        List.of(left, right),
        null,
        labels ->
            new Claim.Versus(
                text, labels.get(0), strict, labels.get(1), margin, allowance.bound()));
  }

  private Allowance allowance(String written) {
    try {
      return Allowance.read(written);
    } catch (Problem problem) {
      throw problem.getMessage().isEmpty() ? wrong() : problem;
    }
  }

  private Saying spread() {
    Matcher parts = SPREAD.matcher(text);
    if (!parts.matches()) {
      throw wrong();
    }
    double bound = Allowance.points(parts.group(4));
    Check.that(bound > 0, "", "means lie 0 points apart or more: a spread is below more than 0");
    boolean ranged = parts.group(2) != null;
    if (parts.group(1).startsWith("[")) {
      Check.that(!ranged, "", "a range goes with a factor, not with a list of arms");
      List<String> names = names(parts.group(1));
      Check.that(names.size() > 1, "", "a spread needs two arms or more");
      return new Saying(text, names, null, labels -> new Claim.Spread(text, labels, bound));
    }
    double from = ranged ? number(parts.group(2)) : Double.NEGATIVE_INFINITY;
    double to = ranged ? number(parts.group(3)) : Double.POSITIVE_INFINITY;
    Along along = new Along(bare(parts.group(1)), from, to);
    return new Saying(text, List.of(), along, labels -> new Claim.Spread(text, labels, bound));
  }

  private List<String> names(String list) {
    Matcher inner = LIST.matcher(list);
    if (!inner.matches()) {
      throw wrong();
    }
    List<String> names = new ArrayList<>();
    Matcher item = ITEM.matcher(inner.group(1));
    for (int end = 0; end < inner.group(1).length(); end = item.end()) {
      if (!item.find(end) || item.start() != end) {
        throw wrong();
      }
      names.add(bare(item.group(1)));
    }
    return names;
  }

  private static String bare(String name) {
    boolean quoted = name.matches("\".*\"|'.*'");
    return quoted ? name.substring(1, name.length() - 1) : name.strip();
  }

  private static double number(String written) {
    boolean known = written.matches("-?\\d{1,15}(\\.\\d{1,15})?");
    Check.that(known, "", "a range must be of numbers such as 4..16; has '" + written + "'");
    return Double.parseDouble(written);
  }
}
