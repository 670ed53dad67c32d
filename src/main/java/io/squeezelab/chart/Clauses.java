package io.squeezelab.chart;

import java.util.List;
import java.util.stream.Collectors;

/** What is said one by one, in one line: so many, and how many more there are. */
final class Clauses {
  /** A caption has room for so many. */
  private static final int FEW = 4;

  private Clauses() {}

  /** Of a description: those that are drawn, but no more than anybody listens to. */
  static String list(List<String> drawn, int all) {
    return some(drawn, Lanes.MOST, all, "; … and %,d more in the table");
  }

  /** Of a caption, to stand behind it; sentences lose their full stops. */
  static String remarks(List<String> sentences) {
    List<String> clauses = sentences.stream().map(s -> s.replaceAll("\\.$", "")).toList();
    String some = some(clauses, FEW, clauses.size(), "; %,d more remarks");
    return some.isEmpty() ? "" : " · " + some;
  }

  private static String some(List<String> clauses, int most, int all, String more) {
    String said = clauses.stream().limit(most).collect(Collectors.joining("; "));
    int hidden = all - Math.min(most, clauses.size());
    return hidden > 0 ? said + more.formatted(hidden) : said;
  }
}
