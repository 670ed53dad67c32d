package io.squeezelab.sweep;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What other processes of this machine take of its processor while this one measures. */
public final class Neighbours {
  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final int cores = Runtime.getRuntime().availableProcessors();
  private long own;
  private long since;

  public Neighbours() {
    start();
  }

  /** From now on. */
  public void start() {
    system.getCpuLoad(); // each call tells of the time since the one before
    own = system.getProcessCpuTime();
    since = System.nanoTime();
  }

  /**
   * Cores that others kept busy since the start, on average; NaN where the system does not tell.
   */
  public double cores() {
    double all = system.getCpuLoad() * cores;
    double mine = (system.getProcessCpuTime() - own) / (double) (System.nanoTime() - since);
    return all < 0 || own < 0 ? Double.NaN : Math.max(0, all - mine);
  }

  /** {@link #cores} over so many seconds in which this process does nothing. */
  public double cores(double seconds) throws InterruptedException {
    start();
    Thread.sleep((long) (seconds * NANOS / 1e6));
    return cores();
  }
}
