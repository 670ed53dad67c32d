package io.squeezelab.sweep;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The worker processes of a sweep: started when they are needed, all ended at once. */
final class Crew implements AutoCloseable {
  static final String UNSTARTED = "a worker did not start: ";

  private final Workers workers;
  private final BooleanSupplier troubled;
  private final List<Child> children = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);

  /**
   * @param troubled whether the sweep ends for a reason of its own
   */
  Crew(Workers workers, BooleanSupplier troubled) {
    this.workers = workers;
    this.troubled = troubled;
  }

  /** The first worker, without which there is no sweep. */
  Child first() throws InterruptedException {
    try {
      return start();
    } catch (IOException e) {
      throw new BadInput(UNSTARTED + e.getMessage(), e);
    }
  }

  /**
   * @throws IOException if the worker died before its first word
   * @throws BadInput if the worker cannot work: no such device, say
   */
  private Child start() throws IOException, InterruptedException {
    Child child = new Child(workers);
    synchronized (children) {
      children.add(child);
    }
    if (stopping()) {
      child.close();
    }
    if (!child.ready()) {
      String how = child.obituary();
      child.close();
      if (!ending(child)) {
        throw new IOException(how);
      }
    }
    return child;
  }

  /** A start that fails may be an accident, of memory say, so it is tried once more. */
  Child again() throws IOException, InterruptedException {
    try {
      return start();
    } catch (IOException accident) {
      return start();
    }
  }

  /**
   * Whether a worker is dead because the sweep ends: a signal to all processes may reach the worker
   * before it reaches us.
   */
  boolean ending(Child dead) throws InterruptedException {
    return dead.signalled() && stop.await(2, TimeUnit.SECONDS)
        || stopping()
        || troubled.getAsBoolean();
  }

  boolean stopping() {
    return stop.getCount() == 0;
  }

  @Override
  public void close() {
    stop.countDown();
    synchronized (children) {
      children.forEach(Child::close);
    }
  }
}
