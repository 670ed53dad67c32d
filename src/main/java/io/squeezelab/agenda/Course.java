package io.squeezelab.agenda;

import io.squeezelab.agenda.Flights.Flight;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Spent;
import io.squeezelab.sweep.Agenda;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a sweep goes: what is wanted is answered from the stored results where they have it, and run
 * where they do not; trials that ended badly are tried again as far as the experiment says; a
 * budget that is used up ends it. Equal trials run once. docs/running.md says the same to users.
 */
public final class Course implements Agenda {
  private final Wishes wishes;
  private final Ledger ledger;
  private final Limits limits;
  private final Orders orders;
  private final ArmLog log;
  private final Stops stops;
  private final Flights flights = new Flights();
  private final Map<String, Halt> dropped = new LinkedHashMap<>();

  Course(Wishes wishes, Ledger ledger, Limits limits, Orders orders, ArmLog log, Spent spent) {
    this.wishes = wishes;
    this.ledger = ledger;
    this.limits = limits;
    this.orders = orders;
    this.log = log;
    this.stops = new Stops(log, spent, ledger, flights);
  }

  /** Whether there is nothing to run now; what is stored has been looked through then. */
  public boolean idle() {
    Optional<Wish> wish = flights.ready() ? Optional.empty() : wishes.next();
    while (wish.isPresent() && !runs(wish.get())) {
      wish = wishes.next();
    }
    return !flights.ready();
  }

  @Override
  public Optional<Job> next() {
    boolean idle = idle();
    if (idle || stops.fresh()) {
      stops.see(wishes);
    }
    return flights.next().map(this::job);
  }

  /** Whether somebody's wish makes a trial run; otherwise it is answered, waits, or is dropped. */
  private boolean runs(Wish wish) {
    if (flights.joined(wish)) {
      return false;
    }
    limits.stored(wish.id(), ledger.past(wish.id()));
    Optional<Outcome> stored = ledger.answer(wish);
    Optional<Halt> halt = stored.isPresent() ? Optional.empty() : limits.against(wish.id());
    stored.ifPresent(outcome -> tell(wish, outcome));
    halt.ifPresent(why -> drop(wish, why));
    boolean runs = stored.isEmpty() && halt.isEmpty();
    if (runs) {
      flights.add(wish);
    }
    return runs;
  }

  private Job job(Flight flight) {
    Wish wish = flight.wish();
    Past past = ledger.past(wish.id());
    limits.given(wish.id(), flight.departs(past));
    log.asked(wish.arm());
    return orders.job(wish, past.attempts() + 1, ledger.microBatch(wish));
  }

  @Override
  public void ended(Job job, Outcome outcome) {
    Flight flight = flights.landed(job.id());
    limits.corrected(flight.over(ledger.add(job.id(), job.attempt(), outcome)));
    boolean well = outcome.completed() || outcome.ending() == Ending.STOPPED;
    if (!well && ledger.answer(flight.wish()).isPresent()) {
      limits.failed();
    }
    flight.waiting().forEach(this::settle);
    stops.see(wishes);
  }

  /** Somebody who waited for a trial hears of it, unless it has to run again, or on. */
  private void settle(Wish wish) {
    Optional<Outcome> answer = ledger.answer(wish);
    Optional<Halt> halt = limits.closed();
    if (answer.isPresent()) {
      tell(wish, answer.get());
    } else if (halt.isPresent()) {
      drop(wish, halt.get());
    } else if (!flights.joined(wish)) {
      flights.add(wish);
    }
  }

  private void tell(Wish wish, Outcome outcome) {
    log.asked(wish.arm());
    wishes.tell(wish, outcome);
  }

  private void drop(Wish wish, Halt why) {
    dropped.putIfAbsent(wish.id(), why);
    wishes.drop(wish);
  }

  /** Labels of arms that the search has decided against; for any thread. */
  public Set<String> stopped() {
    return stops.labels();
  }

  /** Why trials that are wanted were not run; empty where nothing kept them. */
  public Optional<Halt> halt() {
    return dropped.values().stream().findFirst();
  }

  /** Trials that are wanted and were not run, as far as is known. */
  public int left() {
    return dropped.size();
  }

  /** Trials that were given out and of which nothing was heard. */
  public int underWay() {
    return flights.count();
  }
}
