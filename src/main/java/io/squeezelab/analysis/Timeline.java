package io.squeezelab.analysis;

import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Provenance;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When trials ran: every attempt in a lane in which no two overlap. Results do not say which worker
 * had a trial, so a lane is no worker; there are as many lanes as trials at once.
 *
 * @param start of the first; null where there is none
 * @param seconds from there to the end of the last
 * @param bars by lane, then by time
 * @param untimed attempts whose start is not known
 */
public record Timeline(Instant start, double seconds, int lanes, List<Bar> bars, int untimed) {

  /**
   * One attempt.
   *
   * @param lane from 0
   * @param device where it ran; lanes hold trials of one device
   * @param from seconds since the first one's start. Starts are kept in whole seconds: where two
   *     trials of a lane would overlap by less than that, the second starts where the first ends
   * @param to of a trial that went on from a checkpoint where it would have ended in one go
   */
  public record Bar(
      int lane,
      String device,
      String arm,
      long seed,
      int attempt,
      Ending ending,
      double from,
      double to) {}

  public Timeline {
    bars = List.copyOf(bars);
  }

  /** Of all attempts, those of earlier versions of the experiment among them. */
  public static Timeline of(Study study) {
    List<Run> runs = new ArrayList<>();
    study.results().forEach(r -> Run.of(r).ifPresent(runs::add));
    int untimed = study.results().size() - runs.size();
    if (runs.isEmpty()) {
      return new Timeline(null, Double.NaN, 0, List.of(), untimed);
    }
    runs.sort(Comparator.comparing(Run::started));
    Instant start = runs.get(0).started();
    List<Lane> lanes = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    runs.forEach(run -> bars.add(bar(run, start, lanes)));
    bars.sort(Comparator.comparingInt(Bar::lane).thenComparingDouble(Bar::from));
    double end = bars.stream().mapToDouble(Bar::to).max().orElseThrow();
    return new Timeline(start, end, lanes.size(), bars, untimed);
  }

  private static Bar bar(Run run, Instant start, List<Lane> lanes) {
    double from = Duration.between(start, run.started()).toSeconds();
    Lane lane =
        lanes.stream()
            .filter(l -> l.device.equals(run.device()) && l.end < from + 1)
            .findFirst()
            .orElse(null);
    if (lane == null) {
      lane = new Lane(lanes.size(), run.device());
      lanes.add(lane);
    }
    double begin = Math.max(from, lane.end);
    Result of = run.of();
    lane.end = begin + of.outcome().seconds();
    Ending ending = of.outcome().ending();
    return new Bar(
        lane.number, run.device(), of.arm(), of.seed(), of.attempt(), ending, begin, lane.end);
  }

  /** An attempt whose start is known. */
  private record Run(Result of, Instant started, String device) {
    static Optional<Run> of(Result result) {
      Provenance where = result.outcome().provenance();
      if (where == null || !Double.isFinite(result.outcome().seconds())) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Run(result, Instant.parse(where.started()), where.device()));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  private static final class Lane {
    private final int number;
    private final String device;
    private double end;

    Lane(int number, String device) {
      this.number = number;
      this.device = device;
    }
  }
}
