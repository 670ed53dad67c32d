package io.squeezelab.trial;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.data.Data;
import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Bind;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Pace;
import io.squeezelab.train.Train;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of a small trial, and what its watcher was told. */
final class Run implements Watcher {
  final List<String> notes = new ArrayList<>();
  final List<Epoch> epochs = new ArrayList<>();
  final List<Throwable> troubles = new ArrayList<>();
  final List<Pace> paces = new ArrayList<>();
  int pause;
  private final Execution execution;
  private int left;

  /**
   * @param left how often it is asked before it wants to stop
   */
  Run(Execution execution, int left) {
    this.execution = execution;
    this.left = left;
  }

  static Execution execution() {
    return new Execution(new Shelf(List.of(), 2), Hardware.CPU);
  }

  /** A ResNet-8 of 4 channels, or what the backbone says. */
  static Trial trial(Data data, String backbone, String train) {
    return new Trial(
        data,
        Bind.inline(Backbone.class, backbone),
        Bind.inline(Attention.class, "se"),
        Bind.inline(Placement.class, "{}"),
        new Start.None(),
        Bind.inline(Train.class, train),
        1);
  }

  Optional<Outcome> run(Trial trial, Conditions conditions) {
    return execution.run(trial, conditions, this);
  }

  /** All numbers that do not depend on time. */
  static String numbers(Outcome outcome) {
    StringBuilder text = new StringBuilder(outcome.ending() + " " + outcome.metrics());
    for (Epoch e : outcome.history()) {
      text.append('\n').append(List.of(e.epoch(), e.rate(), e.loss(), e.top1()));
      text.append(List.of(e.validationLoss(), e.validationTop1()));
    }
    return text.toString();
  }

  String noted() {
    return String.join("\n", notes);
  }

  @Override
  public boolean stopping() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return --left < 0;
  }

  @Override
  public void pace(Pace pace) {
    paces.add(pace);
  }

  @Override
  public void epoch(Epoch epoch) {
    epochs.add(epoch);
  }

  @Override
  public Path weights() {
    return null;
  }

  @Override
  public boolean wantsGates() {
    return false;
  }

  @Override
  public void gates(Gates gates) {
    throw new AssertionError("nobody asked");
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public void trouble(Throwable failure) {
    troubles.add(failure);
  }
}
