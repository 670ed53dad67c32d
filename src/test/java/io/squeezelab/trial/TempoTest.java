package io.squeezelab.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.train.Pace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How fast a training says that it goes. */
class TempoTest {
  /** 128 images every 20 ms or more are 6,400 a second or fewer. */
  @Test
  void isToldAFewTimesASecondAndCountsImages() throws InterruptedException {
    List<Pace> told = new ArrayList<>();
    Tempo tempo = new Tempo(1000, 128, told::add);
    long start = System.nanoTime();
    int step = 0;
    while (System.nanoTime() - start < 1_100_000_000L) {
      tempo.see(3, step++);
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(told.size() >= 1 && told.size() <= seconds / 0.25, told.toString());
    for (Pace pace : told) {
      assertTrue(pace.imagesPerSecond() > 0 && pace.imagesPerSecond() <= 6400, pace.toString());
      assertEquals(List.of(3, 1000), List.of(pace.epoch(), pace.steps()));
    }
  }
}
