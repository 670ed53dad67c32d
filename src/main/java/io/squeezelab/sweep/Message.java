package io.squeezelab.sweep;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import io.squeezelab.trial.Outcome;

/**
 * What a worker tells its sweep, a line of JSON on its standard output: something for the log, or
 * an epoch that is finished, or how far it is, or that it was put down, or what the gates gave, or
 * the outcome of the trial, or why it cannot work at all, or merely that it lives; with none of
 * these, that it is ready.
 */
public record Message(
    @Default("null") String note,
    @Default("null") Epoch epoch,
    @Default("null") Gates gates,
    @Default("null") Outcome outcome,
    @Default("null") String refusal,
    @Default("null") Pace pace,
    @Default("false") boolean putDown,
    @Default("false") boolean alive) {
  /** Marks the lines that are ours: a native library may print what it likes. */
  private static final String MARK = "squeezelab: ";

  static final Message READY = new Message(null, null, null, null, null, null, false, false);

  /** A heartbeat. */
  static final Message ALIVE = new Message(null, null, null, null, null, null, false, true);

  String line() {
    return MARK + Trees.print(Print.tree(this));
  }

  static Message note(String text) {
    return new Message(text, null, null, null, null, null, false, false);
  }

  static Message of(Epoch epoch) {
    return new Message(null, epoch, null, null, null, null, false, false);
  }

  static Message of(Gates gates) {
    return new Message(null, null, gates, null, null, null, false, false);
  }

  static Message of(Outcome outcome) {
    return new Message(null, null, null, outcome, null, null, false, false);
  }

  static Message of(Pace pace) {
    return new Message(null, null, null, null, null, pace, false, false);
  }

  static Message laidDown() {
    return new Message(null, null, null, null, null, null, true, false);
  }

  static Message refusal(BadInput why) {
    return new Message(null, null, null, null, why.getMessage(), null, false, false);
  }

  /** Tells of it whom it concerns while a job is under way. */
  void pass(Listener listener, int worker, Job job) {
    if (epoch != null) {
      listener.epoch(worker, job, epoch);
    } else if (pace != null) {
      listener.pace(worker, job, pace);
    } else if (gates != null) {
      listener.gates(worker, job, gates);
    }
  }

  /**
   * The message on a line, or null where the line is somebody else's, or the half message of a
   * worker that died over it.
   */
  static Message parse(String line) {
    if (!line.startsWith(MARK)) {
      return null;
    }
    try {
      return Bind.read(Message.class, Trees.json(line.substring(MARK.length())));
    } catch (BadInput | Problem torn) {
      return null;
    }
  }
}
