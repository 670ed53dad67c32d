package io.squeezelab.sweep;

import io.squeezelab.engine.Hardware;
import io.squeezelab.sweep.Sharing.Share;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A place where one job runs at a time: on its device, by its worker, which serves for many jobs
 * and is replaced when it is fit for no other.
 */
final class Workplace implements AutoCloseable {
  private static final String ALONE = "again, now alone on ";

  private final Hardware device;
  private final Patience patience;
  private final Crew crew;
  private final Sharing sharing;
  private final int number;
  private Child child;

  Workplace(int number, Workers workers, Crew crew, Sharing sharing) {
    this.number = number;
    this.crew = crew;
    this.sharing = sharing;
    device = workers.device(number);
    patience = workers.patience();
  }

  /**
   * Makes sure that there is a worker.
   *
   * @return false where there will be none, because the crew is to stop
   * @throws IOException if no worker starts
   */
  boolean staffed() throws IOException, InterruptedException {
    if (child != null && !child.alive()) {
      close(); // it died while it had nothing to do
    }
    child = child == null ? crew.start(number).orElse(null) : child;
    return child != null;
  }

  /**
   * Runs a job; one for which a card's memory did not suffice beside others, again alone.
   *
   * @param log file for the trial's log
   * @return empty where the trial was put down
   */
  Optional<Outcome> run(Job job, Path log, Consumer<Message> news) throws InterruptedException {
    Optional<Outcome> outcome;
    Share beside = sharing.beside(device);
    try (beside) {
      outcome = attempt(job, log, news, "");
    }
    boolean full = outcome.filter(end -> end.ending() == Ending.OUT_OF_MEMORY).isPresent();
    if (!full || !sharing.several(device)) {
      return outcome;
    }
    Share alone = sharing.alone(device);
    try (alone) {
      return staffed() ? attempt(job, log, news, ALONE + device) : Optional.empty();
    } catch (IOException unstaffed) {
      return outcome;
    }
  }

  private Optional<Outcome> attempt(Job job, Path log, Consumer<Message> news, String remark)
      throws InterruptedException {
    Assignment assignment = new Assignment(child, job, device, news, patience.grace());
    Optional<Outcome> outcome = assignment.run(log, remark);
    if (!assignment.fit()) {
      close();
    }
    return outcome;
  }

  @Override
  public void close() {
    if (child != null) {
      crew.end(child);
      child = null;
    }
  }
}
