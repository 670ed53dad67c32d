package io.squeezelab.notebook;

import io.squeezelab.spec.BadInput;
import io.squeezelab.sweep.Signals;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A command's turn: on a thread of its own, one after another. A kernel interrupts the thread of a
 * cell, and calls the cell ended at once. The thread that trains must not meet that: it would close
 * the files it writes. So the cell's thread asks the sweep to put its trials down, and gives the
 * next one its turn when that is done.
 */
final class Turn {
  private static final ReentrantLock ONE = new ReentrantLock(true);
  private static final long AGAIN = 50; // ms

  private Turn() {}

  /** Gives what the command gives. */
  static int of(Callable<Integer> command) {
    try {
      ONE.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput("interrupted while an earlier sweep of this notebook put its trials down");
    }
    try {
      FutureTask<Integer> task = new FutureTask<>(command);
      Thread thread = new Thread(task, "sweep");
      thread.setDaemon(true); // a kernel that is shut down waits for nothing
      thread.start();
      return ended(task);
    } finally {
      ONE.unlock();
    }
  }

  private static int ended(FutureTask<Integer> task) {
    boolean interrupted = false;
    boolean asked = false;
    try {
      while (true) {
        try {
          asked |= interrupted && Signals.ask();
          return interrupted && !asked ? task.get(AGAIN, TimeUnit.MILLISECONDS) : task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          // it has not begun to train, or ends by itself
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
