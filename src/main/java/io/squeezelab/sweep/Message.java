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
import io.squeezelab.trial.Earlier;
import io.squeezelab.trial.Outcome;

/**
 * What a worker tells its sweep, a line of JSON on its standard output; one of these is there.
 *
 * @param engine it is ready, and computes with this
 * @param refusal why it cannot work at all
 * @param note something for the log
 * @param earlier the trial goes on from a checkpoint
 * @param epoch is finished
 * @param pace how far the trial is
 * @param gates what the gates gave
 * @param outcome of the trial
 * @param putDown the trial was put down
 * @param alive it lives, and that is all
 */
public record Message(
    @Default("null") String engine,
    @Default("null") String refusal,
    @Default("null") String note,
    @Default("null") Earlier earlier,
    @Default("null") Epoch epoch,
    @Default("null") Pace pace,
    @Default("null") Gates gates,
    @Default("null") Outcome outcome,
    @Default("false") boolean putDown,
    @Default("false") boolean alive) {
  /** Marks the lines that are ours: a native library may print what it likes. */
  private static final String MARK = "squeezelab: ";

  /** A heartbeat. */
  static final Message ALIVE = with("alive", true);

  private static Message with(String field, Object value) {
    return Bind.read(Message.class, Trees.object().set(field, Print.tree(value)));
  }

  String line() {
    return MARK + Trees.print(Print.tree(this));
  }

  static Message ready(String engine) {
    return with("engine", engine);
  }

  static Message refusal(BadInput why) {
    return with("refusal", why.getMessage());
  }

  static Message note(String text) {
    return with("note", text);
  }

  static Message of(Earlier parts) {
    return with("earlier", parts);
  }

  static Message of(Epoch epoch) {
    return with("epoch", epoch);
  }

  static Message of(Pace pace) {
    return with("pace", pace);
  }

  static Message of(Gates gates) {
    return with("gates", gates);
  }

  static Message of(Outcome outcome) {
    return with("outcome", outcome);
  }

  static Message laidDown() {
    return with("put-down", true);
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
