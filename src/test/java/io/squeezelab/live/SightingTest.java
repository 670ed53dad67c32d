package io.squeezelab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.live.Snapshot.Phase;
import io.squeezelab.live.web.Ran;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder tells of its sweep: while it runs, when it is over, when it was killed. */
class SightingTest {
  @TempDir private Path temp;

  private Folder folder() throws IOException {
    return Ran.folder(temp, 9);
  }

  private static void tell(Folder folder, Phase phase, Instant when) {
    Snapshot busy = Shots.busy("eca");
    Snapshot told = busy.of(phase, "2026-03-01T10:00:00Z", when.toString(), 724);
    new LiveFile(folder.path()).write(told);
  }

  @Test
  void aSnapshotIsReadAsItWasWritten() {
    Snapshot busy = Shots.busy("eca \"<&\n");
    new LiveFile(temp).write(busy);
    assertEquals(busy, new LiveFile(temp).read().orElseThrow());
    assertEquals(List.of("live.json"), List.of(temp.toFile().list()));
  }

  @Test
  void aFolderThatCannotBeWrittenDisturbsNothing() {
    new LiveFile(temp.resolve("none")).write(Shots.busy("eca"));
    assertTrue(new LiveFile(temp.resolve("none")).read().isEmpty());
  }

  @Test
  void whereNoSweepHasRunTheResultsAreCounted() throws IOException {
    Snapshot now = new Sighting(folder()).now();
    assertEquals(Phase.ABSENT, now.phase());
    assertEquals(new Counts(8, 1, 0, 0, 0, 0, 0, 0, 11, false), now.counts());
    assertEquals(2, now.best().trials());
  }

  @Test
  void aSweepThatWasHeardOfJustNowRuns() throws IOException {
    Folder folder = folder();
    tell(folder, Phase.RUNNING, Instant.now().minusSeconds(5));
    assertEquals(Phase.RUNNING, new Sighting(folder).now().phase());
    assertEquals(7, new Sighting(folder).now().counts().waiting(), "by its own words");
  }

  /** After {@code kill -9} nobody has the lock; after a jump of the clock somebody has. */
  @Test
  void aSweepThatIsSilentIsGoneUnlessItHasTheFolder() throws IOException {
    Folder folder = folder();
    tell(folder, Phase.RUNNING, Instant.now().minusSeconds(11));
    assertEquals(Phase.LOST, new Sighting(folder).now().phase());
    assertEquals(11, new Sighting(folder).now().counts().waiting(), "by the results");
    TrialLog ours = TrialLog.open(folder.path());
    assertEquals(Phase.RUNNING, new Sighting(folder).now().phase());
    ours.close();
    tell(folder, Phase.RUNNING, Instant.now().plusSeconds(3600));
    assertEquals(Phase.LOST, new Sighting(folder).now().phase());
  }

  @Test
  void aSweepThatIsOverIsSaidToBe() throws IOException {
    Folder folder = folder();
    tell(folder, Phase.STOPPED, Instant.now());
    assertEquals(
        "which-squeeze: stopped after 12 min", new Phrases(new Sighting(folder).now()).heading());
    tell(folder, Phase.ENDED, Instant.now());
    assertEquals(Phase.STOPPED, new Sighting(folder).now().phase(), "trials are left");
  }

  @Test
  void watchEndsWhenTheSweepDoes() throws Exception {
    Folder folder = folder();
    tell(folder, Phase.RUNNING, Instant.now());
    Thread sweep =
        new Thread(
            () -> {
              try {
                Thread.sleep(1500);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              tell(folder, Phase.STOPPED, Instant.now());
            });
    sweep.start();
    StringWriter err = new StringWriter();
    Snapshot last = new Watch(new Sighting(folder)::now).untilOver(new PrintWriter(err));
    assertEquals(Phase.STOPPED, last.phase());
    assertTrue(Watch.text(last).startsWith("which-squeeze: stopped after 12 min"));
    assertFalse(Watch.text(last).contains("slot"));
  }

  @Test
  void anyFolderIsNoResultsFolder() throws IOException {
    Folder none = new Folder(Files.createDirectory(temp.resolve("none")));
    assertThrows(BadInput.class, () -> new Sighting(none).now());
  }

  @Test
  void aFileOfAnotherVersionIsNoWordOfASweep() throws IOException {
    Folder folder = folder();
    Files.writeString(folder.path().resolve("live.json"), "{\"phase\": \"dancing\"}");
    assertEquals(Phase.ABSENT, new Sighting(folder).now().phase());
  }
}
