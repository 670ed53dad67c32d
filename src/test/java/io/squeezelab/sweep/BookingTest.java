package io.squeezelab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.engine.Hardware;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who measures has the device alone. */
class BookingTest {
  /** A card that no machine here has, so that nothing else of ours has booked it. */
  private static final Hardware CARD = Hardware.parse("gpu:987");

  @Test
  void measuringIsRefusedBesideTrials() {
    try (Booking trials = Booking.shared(List.of(CARD), () -> {})) {
      assertTrue(Booking.alone(CARD).isEmpty(), trials.toString());
    }
    Booking.alone(CARD).orElseThrow().close();
  }

  /** A second process, since the system's locks are a process's. */
  @Test
  void trialsOfOtherProcessesCount() throws Exception {
    String java = System.getProperty("java.home") + "/bin/java";
    String path = System.getProperty("java.class.path");
    try (Booking trials = Booking.shared(List.of(CARD), () -> {})) {
      Process other =
          new ProcessBuilder(java, "-cp", path, Asking.class.getName()).inheritIO().start();
      assertEquals(1, other.waitFor(), trials.toString());
    }
    assertEquals(
        0, new ProcessBuilder(java, "-cp", path, Asking.class.getName()).start().waitFor());
  }

  /** Ends with 0 if it gets the device alone. */
  static final class Asking {
    public static void main(String[] none) {
      System.exit(Booking.alone(CARD).isPresent() ? 0 : 1);
    }
  }
}
