package io.squeezelab.agenda;

import io.squeezelab.experiment.Experiment;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Result;
import io.squeezelab.results.Spent;
import io.squeezelab.search.Strategy;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a sweep starts from: an experiment and the results that are stored. */
public final class Start {
  private final Experiment experiment;
  private final List<Result> stored;
  private final Orders orders;
  private final int most;
  private final Arms arms;
  private final Ledger ledger;
  private final List<Wish> listed;

  /**
   * @param stored results so far, in their order
   * @param orders what its jobs have in common
   * @param retried trials whose last attempt ended so run again, with all their retries
   * @param most trials of this run; 0 for no limit
   */
  public Start(
      Experiment experiment, List<Result> stored, Orders orders, Set<Ending> retried, int most) {
    this(experiment, stored, orders, retried, most, new Arms(experiment), null);
  }

  private Start(
      Experiment experiment,
      List<Result> stored,
      Orders orders,
      Set<Ending> retried,
      int most,
      Arms arms,
      List<Wish> listed) {
    this.experiment = experiment;
    this.stored = List.copyOf(stored);
    this.orders = orders;
    this.most = most;
    this.arms = arms;
    this.listed = listed;
    this.ledger = new Ledger(new Retries(orders.run().retry()));
    stored.forEach(result -> ledger.add(result.id(), result.attempt(), result.outcome()));
    stored.forEach(result -> ledger.past(result.id()).forgive(retried));
  }

  /** Of the trials alone whose last attempt ended in one of these ways, and of no others. */
  public static Start again(
      Experiment experiment, List<Result> stored, Orders orders, Set<Ending> retried) {
    Map<String, Ending> last = new HashMap<>();
    stored.forEach(result -> last.put(result.id(), result.outcome().ending()));
    Arms arms = new Arms(experiment);
    List<Wish> wanted =
        every(experiment, arms).stream()
            .filter(wish -> retried.contains(last.getOrDefault(wish.id(), Ending.COMPLETED)))
            .toList();
    return new Start(experiment, stored, orders, retried, 0, arms, wanted);
  }

  private static List<Wish> every(Experiment experiment, Arms arms) {
    return experiment.seeds().stream()
        .flatMap(seed -> experiment.arms().stream().map(arm -> arms.wish(arm, seed)))
        .toList();
  }

  /**
   * How it goes on from there. What a sweep that was cut off left behind is cleared away.
   *
   * @param log of the arms that it asks for
   */
  public Course course(ArmLog log, Spent spent) {
    log.skip(arms.listed());
    spent.clear(ledger.over());
    Limits limits = new Limits(experiment.budget(), orders.run(), most, System::nanoTime);
    if (experiment.budget().counts()) {
      known().forEach(id -> limits.stored(id, ledger.past(id)));
    }
    return new Course(wishes(true), ledger, limits, orders, log, spent);
  }

  /** What is wanted, from the start. */
  private Wishes wishes(boolean recalled) {
    if (listed != null) {
      return Wishes.of(listed);
    }
    if (experiment.space() == null) {
      return Wishes.of(every(experiment, arms));
    }
    Strategy strategy = experiment.search().start(experiment.space(), experiment.seeds());
    if (recalled) {
      arms.recall(stored, strategy);
    }
    return new Joined(strategy, arms, experiment.seeds());
  }

  /** Trials that are to run as far as that is known before anything has: the search may go on. */
  public List<Job> ahead() {
    List<Job> ahead = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Wishes all = wishes(false);
    for (Optional<Wish> next = all.next(); next.isPresent(); next = all.next()) {
      Wish wish = next.get();
      all.drop(wish);
      if (ledger.answer(wish).isEmpty() && seen.add(wish.id())) {
        ahead.add(orders.job(wish, ledger.past(wish.id()).attempts() + 1, 0));
      }
    }
    return most > 0 && most < ahead.size() ? ahead.subList(0, most) : ahead;
  }

  /** Whether more may follow than {@link #ahead} has. */
  public boolean open() {
    return listed == null && (!arms.known() || ahead().stream().anyMatch(Start::stops));
  }

  private static boolean stops(Job job) {
    return job.conditions().until() > 0;
  }

  /** Results of trials that the experiment does not have as it is now; none where a search asks. */
  public long foreign() {
    Set<String> ids = arms.known() ? known() : Set.of();
    return arms.known() ? stored.stream().filter(r -> !ids.contains(r.id())).count() : 0;
  }

  /** The trials that are known beforehand. */
  private Set<String> known() {
    Set<String> ids = new HashSet<>();
    for (long seed : experiment.seeds()) {
      experiment.arms().forEach(arm -> ids.add(arms.id(arm, seed)));
    }
    return ids;
  }
}
