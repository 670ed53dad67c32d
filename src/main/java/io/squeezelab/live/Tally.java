package io.squeezelab.live;

import io.squeezelab.live.Snapshot.Phase;
import io.squeezelab.sweep.Job;
import io.squeezelab.sweep.Listener;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Keeps count of a running sweep; a {@link Snapshot} of it can be taken at any time. */
final class Tally implements Listener {
  private static final double NANOS = 1e9;

  private final Plan plan;
  private final LongSupplier clock;
  private final long began;
  private final String started = Instant.now().toString();
  private final Endings endings = new Endings();
  private final Rates rates = new Rates();
  private final Map<String, Ahead> waiting = new LinkedHashMap<>();
  private final Floor floor;
  private final Warnings warnings = new Warnings();
  private Supplier<Set<String>> decided = Set::of;
  private Phase phase = Phase.RUNNING;
  private boolean open;
  private final Set<String> finished = new HashSet<>();

  /**
   * @param clock nanoseconds
   */
  Tally(Plan plan, LongSupplier clock) {
    this.plan = plan;
    this.clock = clock;
    this.began = clock.getAsLong();
    this.floor = new Floor(plan.devices());
  }

  synchronized void stored(String id, String arm, Ending ending, double validation) {
    endings.add(id, arm, ending, validation);
  }

  /** Trials that are to run; one that is known already takes no second place. */
  synchronized void ahead(Collection<Ahead> more) {
    more.forEach(one -> waiting.putIfAbsent(one.id(), one));
  }

  synchronized void open(boolean more) {
    open = more;
  }

  /** Who tells which arms the search has decided against. */
  synchronized void decided(Supplier<Set<String>> arms) {
    decided = arms;
  }

  synchronized void phase(Phase next) {
    phase = next;
  }

  /** Whatever waits now is left for another time. */
  synchronized void over() {
    boolean whole = !open && waiting.isEmpty() && floor.running().isEmpty();
    phase = whole && phase != Phase.STOPPING ? Phase.ENDED : Phase.STOPPED;
    open = false;
  }

  synchronized void warn(String warning) {
    warnings.add(warning);
  }

  /**
   * {@code 3/20}: trials that have ended since the start, of those that were to run; each once,
   * whatever its attempts and rungs.
   */
  synchronized String share() {
    Set<String> known = new HashSet<>(finished);
    known.addAll(waiting.keySet());
    floor.running().forEach(one -> known.add(one.again().id()));
    return finished.size() + "/" + known.size() + (open ? "+" : "");
  }

  @Override
  public synchronized void started(int worker, Job job) {
    Ahead known = waiting.remove(job.id());
    endings.forget(job.id());
    finished.remove(job.id());
    floor.put(worker, new Running(job, known == null ? 0 : known.macs(), clock.getAsLong()));
  }

  @Override
  public synchronized void epoch(int worker, Job job, Epoch epoch) {
    floor.of(worker, job).ifPresent(one -> one.epoch(epoch.epoch(), clock.getAsLong()));
  }

  @Override
  public synchronized void pace(int worker, Job job, Pace pace) {
    floor.of(worker, job).ifPresent(one -> one.pace(pace, clock.getAsLong()));
  }

  @Override
  public synchronized void putDown(int worker, Job job) {
    floor.of(worker, job).ifPresent(one -> ahead(List.of(one.again())));
    floor.clear(worker);
  }

  @Override
  public void gates(int worker, Job job, Gates gates) {
    // the report shows them
  }

  @Override
  public synchronized void finished(int worker, Job job, Outcome outcome) {
    floor.of(worker, job).ifPresent(one -> rates.add(one, clock.getAsLong()));
    floor.clear(worker);
    finished.add(job.id());
    double validation = outcome.completed() ? outcome.metrics().validationTop1() : Double.NaN;
    endings.add(job.id(), job.arm(), outcome.ending(), validation);
  }

  synchronized Snapshot now() {
    long now = clock.getAsLong();
    double seconds = (now - began) / NANOS;
    Remaining remaining = new Remaining(rates, floor.running(), now);
    double left = remaining.seconds(waiting.values(), floor.count());
    return new Snapshot(
        plan.name(),
        phase,
        ProcessHandle.current().pid(),
        started,
        Instant.now().toString(),
        seconds,
        Double.isNaN(left) ? left : Math.min(left, Math.max(0, plan.limit() - seconds)),
        floor.speed(),
        Counts.of(endings, decided.get(), floor.running().size(), waiting.size(), open),
        endings.best(plan.seeds()),
        floor.slots(now),
        warnings.latest());
  }
}
