package io.squeezelab.agenda;

import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.ArmSpace;
import io.squeezelab.experiment.Budget;
import io.squeezelab.experiment.Expected;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.RunPolicy;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.Spent;
import io.squeezelab.search.Factor;
import io.squeezelab.search.Point;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import io.squeezelab.sweep.Job;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An experiment of four arms on one axis, {@code w1} to {@code w4}, and one beside it, {@code
 * base}; each trial has nine epochs.
 */
final class Scene {
  private static final String TRIAL =
      """
      {"data": {"type": "cifar10"}, "backbone": {"type": "resnet-cifar", "depth": 8, "width": %d},
       "train": {"epochs": 9, "batch": 32, "rate": {"type": "constant", "base": 0.1}}}
      """;

  final List<Result> stored = new ArrayList<>();
  List<Long> seeds = List.of(0L, 1L);
  Search search;
  Budget budget = new Budget(0, null, 0);
  RunPolicy run = read(RunPolicy.class, "{}");
  int most;
  Set<Ending> retried = Set.of();
  ArmLog log = ArmLog.none();
  Spent spent = new Spent(new Folder(Path.of("none")), () -> {});

  static <T> T read(Class<T> type, String yaml) {
    return Bind.read(type, Trees.yaml(yaml));
  }

  static Arm arm(String label, int width) {
    Recipe recipe = Bind.read(Recipe.class, Trees.json(TRIAL.formatted(width)));
    return new Arm(label, Map.of("backbone.width", label), recipe, null);
  }

  /** The four widths. */
  static final ArmSpace SPACE =
      new ArmSpace() {
        private final List<Arm> arms =
            IntStream.rangeClosed(1, 4).mapToObj(width -> Scene.arm("w" + width, width)).toList();

        @Override
        public Arm arm(Point point) {
          return arms.get(point.levels().get(0));
        }

        @Override
        public List<Factor> factors() {
          return List.of(new Factor("backbone.width", List.of("1", "2", "3", "4")));
        }

        @Override
        public Optional<Point> admit(Point point) {
          return Optional.of(point);
        }

        @Override
        public Optional<Point> baseline() {
          return Optional.empty();
        }

        @Override
        public long cost(Point point, String measure) {
          return 1 + point.levels().get(0);
        }

        @Override
        public int epochs(Point point) {
          return 9;
        }
      };

  Experiment experiment() {
    List<Arm> arms = new ArrayList<>(List.of(arm("base", 16)));
    search.points(SPACE).ifPresent(points -> points.forEach(point -> arms.add(SPACE.arm(point))));
    return new Experiment(
        "scene", "", arms, "base", seeds, SPACE, search, budget, run, Expected.NOTHING);
  }

  Start start() {
    return new Start(experiment(), stored, orders(), retried, most);
  }

  Orders orders() {
    return new Orders(id -> Path.of("trials", id), run, false, false);
  }

  Course course() {
    return start().course(log, spent);
  }

  /** Runs it on one worker to its end, in so many words. */
  List<String> all(Course course) {
    List<String> lines = new ArrayList<>();
    for (Optional<Job> job = course.next(); job.isPresent(); job = course.next()) {
      lines.add(words(job.get()));
      end(course, job.get(), outcome(job.get()));
    }
    return lines;
  }

  /** {@code w1 0}; with the epoch that it stops after, the attempt and the micro-batch. */
  static String words(Job job) {
    int until = job.conditions().until();
    int micro = job.conditions().microBatch();
    return job.arm()
        + " "
        + job.trial().seed()
        + (until > 0 ? " until " + until : "")
        + (job.attempt() > 1 ? " attempt " + job.attempt() : "")
        + (micro > 0 ? " by " + micro : "");
  }

  /** Stores how a job ended, as a sweep does, then tells it. */
  void end(Course course, Job job, Outcome outcome) {
    stored.add(
        new Result(job.id(), job.arm(), job.trial().seed(), job.attempt(), null, null, outcome));
    course.ended(job, outcome);
  }

  static Outcome outcome(Job job) {
    int until = job.conditions().until();
    return until == 0 ? outcome(Ending.COMPLETED, 9, job) : outcome(Ending.STOPPED, until, job);
  }

  static Outcome outcome(Ending ending, int epochs, Job job) {
    List<Epoch> history =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(e -> new Epoch(e, 0.1, 2.0 / e, 0.5, 1, 0.5 + 0.01 * e, 3.0))
            .toList();
    Metrics metrics = ending == Ending.COMPLETED ? new Metrics(0.5, 1, 0.5, 1, epochs) : null;
    int micro = job.conditions().microBatch();
    return new Outcome(ending, "", metrics, history, 1, 1, null, "", micro, 0);
  }
}
