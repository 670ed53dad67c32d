package io.squeezelab.agenda;

import io.squeezelab.results.ArmLog;
import io.squeezelab.sweep.Agenda;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private final ArmLog diary;
  private final Map<String, Flight> flights = new HashMap<>();
  private final Deque<Flight> ready = new ArrayDeque<>();
  private final Map<String, Halt> dropped = new LinkedHashMap<>();

  Course(Wishes wishes, Ledger ledger, Limits limits, Orders orders, ArmLog diary) {
    this.wishes = wishes;
    this.ledger = ledger;
    this.limits = limits;
    this.orders = orders;
    this.diary = diary;
  }

  /** A trial under way, or about to be. */
  private static final class Flight {
    final List<Wish> waiting = new ArrayList<>();
    int planned;
    int before;

    Flight(Wish first) {
      waiting.add(first);
    }
  }

  /** Whether there is anything to run; what is stored has been looked through then. */
  public boolean idle() {
    if (ready.isEmpty()) {
      look();
    }
    return ready.isEmpty();
  }

  @Override
  public Optional<Job> next() {
    boolean none = idle();
    diary.settled(wishes.stopped());
    return none ? Optional.empty() : Optional.of(job(ready.poll()));
  }

  /** Looks for the next trial that has to run. */
  private void look() {
    Optional<Wish> wish = wishes.next();
    while (wish.isPresent() && !runs(wish.get())) {
      wish = wishes.next();
    }
  }

  private boolean runs(Wish wish) {
    Flight same = flights.get(wish.id());
    if (same != null) {
      same.waiting.add(wish);
      return false;
    }
    Past past = ledger.past(wish.id());
    limits.stored(wish.id(), past);
    Optional<Outcome> stored = ledger.answer(wish);
    Optional<Halt> halt = stored.isPresent() ? Optional.empty() : limits.against(wish.id());
    stored.ifPresent(outcome -> tell(wish, outcome));
    halt.ifPresent(why -> drop(wish, why));
    if (stored.isPresent() || halt.isPresent()) {
      return false;
    }
    depart(wish);
    return true;
  }

  private void depart(Wish wish) {
    Flight flight = new Flight(wish);
    flights.put(wish.id(), flight);
    ready.add(flight);
  }

  private Job job(Flight flight) {
    Wish wish = flight.waiting.get(0);
    Past past = ledger.past(wish.id());
    flight.planned = Math.max(0, wish.epochs() - past.reached());
    flight.before = past.trained();
    limits.given(wish.id(), flight.planned);
    diary.asked(wish.arm());
    return orders.job(wish, past.attempts() + 1, ledger.microBatch(wish));
  }

  @Override
  public void ended(Job job, Outcome outcome) {
    Flight flight = flights.remove(job.id());
    Past past = ledger.add(job.id(), job.attempt(), outcome);
    limits.corrected(flight.planned, past.trained() - flight.before);
    Ending ending = outcome.ending();
    boolean well = outcome.completed() || ending == Ending.STOPPED;
    if (!well && ledger.answer(flight.waiting.get(0)).isPresent()) {
      limits.failed();
    }
    flight.waiting.forEach(this::settle);
    diary.stopped(wishes.stopped());
  }

  /** Somebody who waited for a trial hears of it, unless it has to run again or on. */
  private void settle(Wish wish) {
    Optional<Outcome> answer = ledger.answer(wish);
    Optional<Halt> halt = limits.closed();
    Flight other = flights.get(wish.id());
    if (answer.isPresent()) {
      tell(wish, answer.get());
    } else if (halt.isPresent()) {
      drop(wish, halt.get());
    } else if (other != null) {
      other.waiting.add(wish);
    } else {
      depart(wish);
    }
  }

  private void tell(Wish wish, Outcome outcome) {
    diary.asked(wish.arm());
    wishes.tell(wish, outcome);
  }

  private void drop(Wish wish, Halt why) {
    dropped.putIfAbsent(wish.id(), why);
    wishes.drop(wish);
  }

  /** Why trials that are wanted were not run; empty where nothing kept them. */
  public Optional<Halt> halt() {
    return dropped.values().stream().findFirst();
  }

  /** Trials that are wanted and were not run, as far as is known. */
  public int left() {
    return dropped.size();
  }
}
