package io.squeezelab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which card a process sees, and under which number; none is needed for that. */
class HardwareTest {
  private static final Hardware THIRD = Hardware.parse("gpu:2");

  @Test
  void aProcessSeesItsCardAlone() {
    Map<String, String> environment = THIRD.environment();
    assertEquals("2", environment.get("CUDA_VISIBLE_DEVICES"));
    assertEquals("PCI_BUS_ID", environment.get("CUDA_DEVICE_ORDER"));
    assertEquals(Map.of(), without(Hardware.CPU.environment()));
  }

  private static Map<String, String> without(Map<String, String> environment) {
    environment.keySet().removeIf(name -> !name.startsWith("CUDA"));
    return environment;
  }

  /** So it is the first there, and keeps its name in what is stored. */
  @Test
  void theOneCardThatIsSeenIsTheFirst() {
    assertEquals(0, THIRD.ordinal(THIRD.environment()));
    assertEquals(2, THIRD.ordinal(Map.of()));
    assertEquals("gpu:2", THIRD.toString());
  }

  @Test
  void cardsAreCountedAmongThoseThatTheUserLetsBeSeen() {
    assertEquals("5", THIRD.card(Map.of("CUDA_VISIBLE_DEVICES", "3,4,5")));
    assertEquals("GPU-c", THIRD.card(Map.of("CUDA_VISIBLE_DEVICES", "GPU-a, GPU-b, GPU-c")));
    assertEquals("-1", THIRD.card(Map.of("CUDA_VISIBLE_DEVICES", "3")));
  }
}
