package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void captionSaysWhatTheChartRestsOn() {
    Study study = Made.study(null, Made.arm("a", 0.9, 0.8));
    assertEquals(
        "2 seeds per arm · cifar10 · 30 epochs · PyTorch 2.7.1 on cpu (Xeon)",
        Evidence.of(study).caption());
  }

  @Test
  void unequalSeedsAreARange() {
    Study study = Made.study(null, Made.all(Made.arm("a", 0.9), Made.arm("b", 0.9, 0.8)));
    assertEquals("1 to 2 seeds", Evidence.seeds(1, 2));
    assertEquals(1, Evidence.of(study).least());
    assertEquals(2, Evidence.of(study).most());
  }

  @Test
  void noResultsGiveNoEvidence() {
    assertEquals("0 seeds per arm", Evidence.of(Made.study(null, List.of())).caption());
  }
}
