package io.squeezelab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Room;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many trials a card's memory holds; the cards are made up. */
class CardsTest {
  private static final Cards CARDS =
      new Cards(List.of("0, GPU-a1, 81559", "1, GPU-b2, 24564")); // an A100 and a 3090

  private static final Hardware FIRST = Hardware.parse("gpu:0");
  private static final Hardware SECOND = Hardware.parse("gpu:1");

  private static List<Hardware> slots(String each, Map<String, String> environment) {
    return CARDS.slots(List.of(FIRST, SECOND), Room.parse(each), environment);
  }

  /** 81559 MiB hold 20480 three times, 24564 once. */
  @Test
  void slotsTakeCardsInTurnWhileMemoryLasts() {
    assertEquals(List.of(FIRST, SECOND, FIRST, FIRST), slots("20GiB", Map.of()));
  }

  @Test
  void aCardOnWhichNotOneTrialFitsIsRefused() {
    Problem problem = assertThrows(Problem.class, () -> slots("30GiB", Map.of()));
    assertEquals("must fit on gpu:1, which has 24564 MiB; is 30GiB", problem.getMessage());
  }

  /** gpu:0 is then the first of those, by number or by identifier. */
  @Test
  void cardsThatTheUserChoseCount() {
    Map<String, String> numbers = Map.of("CUDA_VISIBLE_DEVICES", "1,0");
    assertEquals(List.of(FIRST, SECOND, SECOND, SECOND), slots("20GiB", numbers));
    Map<String, String> names = Map.of("CUDA_VISIBLE_DEVICES", "GPU-b2,GPU-a1");
    assertEquals(List.of(FIRST, SECOND, SECOND, SECOND), slots("20GiB", names));
  }

  @Test
  void aCardThatTheDriverDoesNotKnowIsRefused() {
    Map<String, String> one = Map.of("CUDA_VISIBLE_DEVICES", "0");
    BadInput bad = assertThrows(BadInput.class, () -> slots("20GiB", one));
    assertEquals(
        "nvidia-smi does not tell the memory of gpu:1; it says: 0, GPU-a1, 81559 / 1, GPU-b2, 24564",
        bad.getMessage());
  }
}
