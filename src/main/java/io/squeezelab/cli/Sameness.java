package io.squeezelab.cli;

import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Whether two outcomes of one trial have the same numbers, times left out. */
final class Sameness {
  private Sameness() {}

  static boolean of(Outcome stored, Outcome again) {
    return stored.ending() == again.ending()
        && Objects.equals(stored.metrics(), again.metrics())
        && timeless(stored.history()).equals(timeless(again.history()));
  }

  static List<Epoch> timeless(List<Epoch> history) {
    return history.stream()
        .map(
            e ->
                new Epoch(
                    e.epoch(),
                    e.rate(),
                    e.loss(),
                    e.top1(),
                    e.validationLoss(),
                    e.validationTop1(),
                    0))
        .toList();
  }

  /** The two side by side: the ending, the metrics, and the first epoch that differs. */
  static List<String> table(Outcome stored, Outcome again) {
    List<String> lines = new ArrayList<>();
    lines.add(line("", "stored", "again"));
    lines.add(line("ending", stored.ending(), again.ending()));
    if (!stored.reason().isEmpty() || !again.reason().isEmpty()) {
      lines.add("reason stored: " + stored.reason());
      lines.add("reason again:  " + again.reason());
    }
    if (stored.metrics() != null && again.metrics() != null) {
      lines.add(line("test top-1", stored.metrics().top1(), again.metrics().top1()));
      lines.add(line("test loss", stored.metrics().loss(), again.metrics().loss()));
      double before = stored.metrics().validationTop1();
      lines.add(line("validation top-1", before, again.metrics().validationTop1()));
    }
    List<Epoch> first = timeless(stored.history());
    List<Epoch> second = timeless(again.history());
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      if (!first.get(i).equals(second.get(i))) {
        lines.add(line("loss of epoch " + (i + 1), first.get(i).loss(), second.get(i).loss()));
        break;
      }
    }
    return lines;
  }

  private static String line(String what, Object stored, Object again) {
    return String.format(Locale.ROOT, "%-18s %-22s %s", what, stored, again).stripTrailing();
  }
}
