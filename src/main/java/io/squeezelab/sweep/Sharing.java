package io.squeezelab.sweep;

import io.squeezelab.engine.Hardware;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/** The devices of a sweep, on which its trials compute beside each other, or one alone. */
final class Sharing {
  private final Workers workers;
  private final Map<Hardware, ReadWriteLock> locks = new ConcurrentHashMap<>();

  Sharing(Workers workers) {
    this.workers = workers;
  }

  /** A share of a device; given back when it is closed. */
  interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits while another one has the device alone. */
  Share beside(Hardware device) {
    return held(lock(device).readLock());
  }

  /** Waits until the device is free; who comes later waits too. */
  Share alone(Hardware device) {
    return held(lock(device).writeLock());
  }

  private ReadWriteLock lock(Hardware device) {
    return locks.computeIfAbsent(device, any -> new ReentrantReadWriteLock(true));
  }

  private static Share held(Lock lock) {
    lock.lock();
    return lock::unlock;
  }

  /** Whether a device is a card that several slots compute on. */
  boolean several(Hardware device) {
    return device.gpu()
        && IntStream.range(0, workers.count())
                .mapToObj(workers::device)
                .filter(device::equals)
                .count()
            > 1;
  }
}
