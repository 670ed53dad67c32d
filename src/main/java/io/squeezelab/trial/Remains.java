package io.squeezelab.trial;

import io.squeezelab.engine.Hardware;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is known of a trial under way outside of it: all that is left where it does not end. */
public final class Remains {
  private final Conditions conditions;
  private final String engine;
  private final Hardware hardware;
  private final List<Epoch> history = new ArrayList<>();
  private final long start = System.nanoTime();
  private Earlier earlier = new Earlier(0, 0, Instant.now().toEpochMilli());

  /** Of a trial that begins now. */
  public Remains(Conditions conditions, String engine, Hardware hardware) {
    this.conditions = conditions;
    this.engine = engine;
    this.hardware = hardware;
  }

  /** It goes on from a checkpoint. */
  public void goFrom(Earlier parts) {
    earlier = parts;
  }

  /** It has finished an epoch. */
  public void epoch(Epoch epoch) {
    history.add(epoch);
  }

  /** Seconds since it was given out. */
  public double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Its outcome, without the words of its own process. */
  public Outcome outcome(Ending ending, String reason) {
    Instant started = Instant.ofEpochMilli(earlier.started());
    return new Outcome(
        ending,
        reason,
        null,
        List.copyOf(history),
        earlier.seconds() + seconds(),
        Double.NaN,
        Provenance.of(engine, hardware, started),
        "",
        conditions.microBatch(),
        earlier.resumed());
  }
}
