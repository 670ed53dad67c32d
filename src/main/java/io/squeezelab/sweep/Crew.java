package io.squeezelab.sweep;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The worker processes of a sweep: started when they are needed, stopped or ended all at once. */
final class Crew implements AutoCloseable {
  private final Workers workers;
  private final List<Child> children = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Object beginning = new Object();
  private volatile boolean begun;
  private volatile boolean closed;

  Crew(Workers workers) {
    this.workers = workers;
  }

  /**
   * A worker that is ready; empty once the crew is to stop. A start that fails may be an accident,
   * for want of memory say, so it is tried again after a pause; of the first one, which may fail
   * for a reason that stays, only once.
   *
   * @throws IOException if no attempt led to a first word
   * @throws io.squeezelab.spec.BadInput if the worker cannot work: no such device, say
   */
  Optional<Child> start(int slot) throws IOException, InterruptedException {
    List<Duration> all = workers.patience().pauses();
    Iterator<Duration> pauses = all.subList(0, begun ? all.size() : 1).iterator();
    while (!stopping()) {
      try {
        return Optional.of(first(slot));
      } catch (IOException accident) {
        if (!pauses.hasNext()) {
          throw accident;
        }
        stop.await(pauses.next().toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    return Optional.empty();
  }

  /** The first worker unpacks the natives, before others look for them. */
  private Child first(int slot) throws IOException, InterruptedException {
    synchronized (beginning) {
      if (!begun) {
        Child child = begin(slot);
        begun = true;
        return child;
      }
    }
    return begin(slot);
  }

  private Child begin(int slot) throws IOException, InterruptedException {
    Child child = new Child(workers, slot);
    try {
      synchronized (children) {
        children.add(child);
      }
      if (stopping()) {
        throw new IOException("the sweep stops");
      }
      child.ready();
      return child;
    } catch (IOException | RuntimeException | InterruptedException e) {
      end(child);
      throw e;
    }
  }

  /** Ends a worker. */
  void end(Child child) {
    synchronized (children) {
      children.remove(child);
    }
    child.close();
  }

  boolean stopping() {
    return stop.getCount() == 0;
  }

  boolean closed() {
    return closed;
  }

  /** Asks every worker to put down its trial. */
  void stop() {
    stop.countDown();
    synchronized (children) {
      children.forEach(Child::dismiss);
    }
  }

  /** Ends every worker at once. */
  @Override
  public void close() {
    closed = true;
    stop.countDown();
    synchronized (children) {
      children.forEach(Child::close);
    }
  }
}
