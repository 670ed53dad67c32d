package io.squeezelab.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Nothing waits for the disk longer than a second, and nobody for the disk more than once in it.
 */
class FlushTest {
  private final Semaphore forced = new Semaphore(0);

  @Test
  void aLineAfterASecondWithoutOthersIsForcedAtOnce() throws IOException {
    try (Flush flush = new Flush(forced::release)) {
      flush.written();
      assertEquals(1, forced.availablePermits());
    }
    assertEquals(1, forced.availablePermits());
  }

  @Test
  void linesThatFollowWithinTheSecondAreForcedTogetherAtItsEnd() throws Exception {
    try (Flush flush = new Flush(forced::release)) {
      long start = System.nanoTime();
      flush.written();
      forced.acquire();
      for (int i = 0; i < 1000; i++) {
        flush.written();
      }
      assertTrue(forced.tryAcquire(10, TimeUnit.SECONDS));
      assertTrue(System.nanoTime() - start >= 1e9, "forced too early");
      assertTrue(forced.availablePermits() <= 1, "forced one by one");
    }
  }

  @Test
  void closingForcesWhatIsOwed() throws IOException {
    try (Flush flush = new Flush(forced::release)) {
      flush.written();
      flush.written();
    }
    assertEquals(2, forced.availablePermits());
  }

  @Test
  void whatIsOwedCanBeForcedBeforeItsSecondIsOver() throws IOException {
    try (Flush flush = new Flush(forced::release)) {
      flush.written();
      flush.written();
      flush.now();
      assertEquals(2, forced.availablePermits());
      flush.now();
      assertEquals(2, forced.availablePermits(), "nothing is owed");
    }
  }

  /** The system has forgotten such a line, so that a second attempt would prove nothing. */
  @Test
  void aFailureIsToldToWhoeverWritesNext() throws Exception {
    Flush flush =
        new Flush(
            () -> {
              forced.release();
              if (forced.availablePermits() == 2) {
                throw new IOException("No space left on device");
              }
            });
    flush.written();
    flush.written();
    IOException told = null;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (told == null && System.nanoTime() < end) {
      Thread.sleep(20);
      try {
        flush.written();
      } catch (IOException e) {
        told = e;
      }
    }
    assertEquals("No space left on device", told.getMessage());
    assertThrows(IOException.class, flush::close);
  }
}
