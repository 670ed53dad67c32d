package io.squeezelab.live;

import io.squeezelab.live.Snapshot.Best;
import io.squeezelab.live.Snapshot.Phase;
import java.util.List;

/** Snapshots made up for tests. */
final class Shots {
  private Shots() {}

  static Slot.Work work(String arm) {
    return new Slot.Work("75c39a001122", arm, 2, 1, 3, 6, 12, 157, 1234.4, 45);
  }

  /** 12 of 20 trials done, of which 3 did not complete; one slot busy, one idle. */
  static Snapshot busy(String arm) {
    Counts counts = new Counts(9, 1, 1, 0, 0, 1, 0, 1, 7, false);
    List<Slot> slots = List.of(new Slot(1, "cpu", work(arm)), new Slot(2, "cpu", null));
    return of(Phase.RUNNING, counts, slots, new Best(arm, 0.91254, 3, 5), 480);
  }

  static Snapshot of(Phase phase, Counts counts, List<Slot> slots, Best best, double left) {
    String time = "2026-03-01T10:00:00Z";
    return new Snapshot(
        "quickstart", phase, 7, time, time, 724, left, 1234.4, counts, best, slots, List.of());
  }
}
