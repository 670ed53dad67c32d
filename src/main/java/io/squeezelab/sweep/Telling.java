package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import io.squeezelab.trial.Earlier;
import io.squeezelab.trial.Watcher;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Passes on to the sweep what a trial in a worker tells.
 *
 * @param stop whether the sweep has asked for the trial to be put down
 */
record Telling(Order order, Consumer<Message> sweep, BooleanSupplier stop) implements Watcher {
  @Override
  public void note(String text) {
    sweep.accept(Message.note(text));
  }

  @Override
  public Path weights() {
    return order.weights() == null ? null : Path.of(order.weights());
  }

  @Override
  public void epoch(Epoch epoch) {
    sweep.accept(Message.of(epoch));
  }

  @Override
  public void earlier(Earlier parts) {
    sweep.accept(Message.of(parts));
  }

  @Override
  public void pace(Pace pace) {
    sweep.accept(Message.of(pace));
  }

  @Override
  public boolean stopping() {
    return stop.getAsBoolean();
  }

  @Override
  public boolean wantsGates() {
    return order.gates();
  }

  @Override
  public void gates(Gates gates) {
    sweep.accept(Message.of(gates));
  }

  @Override
  public void trouble(Throwable failure) {
    System.err.println("The trial failed:");
    failure.printStackTrace();
  }
}
