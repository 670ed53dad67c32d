package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a study of several networks says: on average over them, then network by network. */
final class Averaged {
  private Averaged() {}

  /** Sentences; none where nothing can be compared yet. */
  static List<String> words(Networks of) {
    String plain = of.average().baseline();
    Comparison average = new Comparison(of.average(), "attentions", "the baseline (" + plain + ")");
    Comparison own = new Comparison(of.own(), "arms", of.against());
    if (!own.possible()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    if (average.possible()) {
      words.add("On average over " + of.over() + ": " + begun(average.sentence()));
    }
    words.add(missing(of));
    words.add("Each by itself: " + begun(own.sentence()));
    if (average.told() || own.told()) {
      words.add(
          "What is told apart is told by the paired t test at 5 %, corrected (Holm) among the"
              + " averages and among the single arms; each interval stands alone.");
    }
    return words;
  }

  private static String missing(Networks of) {
    List<String> missing = of.average().missing();
    if (missing.isEmpty()) {
      return "";
    }
    String first = missing.get(0);
    return missing.size() == 1
        ? "No average over %s of %s.".formatted(of.over(), first)
        : "No average over %s of %d attentions, such as %s."
            .formatted(of.over(), missing.size(), first);
  }

  private static String begun(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
