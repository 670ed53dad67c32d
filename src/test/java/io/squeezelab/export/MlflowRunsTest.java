package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.analysis.Made;
import io.squeezelab.export.MlflowRuns.Known;
import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which run of a server is that of an attempt, and which have to go. */
class MlflowRunsTest {
  private final MlflowRuns runs = new MlflowRuns();

  private static MlflowTags tags(int attempt) {
    return new MlflowTags("a", attempt, "completed");
  }

  private Known known(String run, int attempt, long start, boolean ended) {
    Known known = new Known(run, tags(attempt), start, ended);
    runs.add(known);
    return known;
  }

  @Test
  void theSameAttemptStartedAtTheSameTime() {
    Known first = known("r", 1, 1000, true);
    assertEquals(Optional.of(first), runs.of(tags(1), 1000));
    assertEquals(Optional.empty(), runs.of(tags(1), 2000), "after --fresh");
    assertEquals(Optional.empty(), runs.of(tags(2), 1000), "goes on from a checkpoint");
  }

  @Test
  void allOthersOfTheTrialGoOnce() {
    known("second of an older folder", 2, 1000, true);
    known("torn", 1, 2000, false);
    known("whole", 1, 2000, true);
    runs.add(new Known("of another trial", new MlflowTags("b", 1, ""), 1000, true));
    assertEquals(List.of("second of an older folder", "torn"), runs.superseded(tags(1), 2000));
    assertEquals(List.of(), runs.superseded(tags(1), 2000));
  }

  @Test
  void whatIsNoTrialIsLeftAlone() {
    runs.add(new Known("somebody's", new MlflowTags("", 0, ""), 0, true));
    runs.add(new Known("somebody else's", new MlflowTags("", 0, ""), 1, true));
    assertEquals(List.of(), runs.superseded(new MlflowTags("", 0, ""), 0));
  }

  @Test
  void aLongReasonIsCutWhereverItGoes() {
    Exported trial = new Attempts().add(Made.ended("se", 0, Ending.FAILED, "x".repeat(6000)));
    assertEquals(5000, new MlflowRun(trial).decision().get(MlflowTags.REASON).length());
  }
}
