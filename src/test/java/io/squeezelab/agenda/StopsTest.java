package io.squeezelab.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.RunPolicy;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Spent;
import io.squeezelab.search.Asha;
import io.squeezelab.search.Grid;
import io.squeezelab.search.Halving;
import io.squeezelab.search.Search;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of trials that a search stopped, and of those that have ended. */
class StopsTest {
  @TempDir private Path temp;
  private final List<String> events = new ArrayList<>();

  private Scene scene(Search search) {
    Scene scene = new Scene();
    scene.search = search;
    scene.seeds = List.of(0L);
    scene.log = ArmLog.in(new Folder(temp));
    scene.spent = new Spent(new Folder(temp), () -> events.add("forced, " + kept(scene).size()));
    return scene;
  }

  private Path checkpoint(String id) {
    return new Folder(temp).log(id).resolveSibling("checkpoint-7.safetensors");
  }

  private void leave(String id) throws IOException {
    Files.createDirectories(checkpoint(id).getParent());
    Files.writeString(checkpoint(id), "a state");
  }

  /** Labels of the arms that have checkpoints. */
  private Set<String> kept(Scene scene) {
    Set<String> kept = new TreeSet<>();
    scene.stored.stream()
        .filter(result -> Files.exists(checkpoint(result.id())))
        .forEach(result -> kept.add(result.arm()));
    return kept;
  }

  /** Runs it to its end; trials that a search pauses leave a checkpoint. */
  private Course run(Scene scene) throws IOException {
    Course course = scene.course();
    for (var job = course.next(); job.isPresent(); job = course.next()) {
      pause(scene, course, job.get());
    }
    return course;
  }

  private void pause(Scene scene, Course course, Job job) throws IOException {
    Files.deleteIfExists(checkpoint(job.id())); // as it is done when a trial completes
    if (job.conditions().until() > 0) {
      leave(job.id());
    }
    scene.end(course, job, Scene.outcome(job));
  }

  /** w1 to w4 are compared after epoch 3, all being equal; one goes on. */
  @Test
  void thoseOfArmsThatHalvingStoppedGoOnceThatIsOnTheDisk() throws IOException {
    Scene scene = scene(new Halving(new Grid(), 3, 3));
    Course course = run(scene);
    assertEquals(Set.of("w2", "w3", "w4"), course.stopped());
    assertEquals(Set.of(), kept(scene));
    assertEquals(List.of("forced, 4"), events, "all were there until then");
  }

  @Test
  void thoseOfArmsThatAshaLeftBehindGoAtItsEnd() throws IOException {
    Scene scene = scene(new Asha(new Grid(), 3, 3, 0));
    assertEquals(3, run(scene).stopped().size());
    assertEquals(Set.of(), kept(scene));
    long stopped =
        Files.readAllLines(temp.resolve("arms.jsonl")).stream()
            .filter(line -> line.contains("\"stopped\":\"place"))
            .count();
    assertEquals(3, stopped, "and the folder says so");
  }

  @Test
  void whatMayGoOnKeepsItsOwn() throws IOException {
    Scene scene = scene(new Halving(new Grid(), 3, 3));
    scene.most = 3;
    assertEquals(Set.of(), run(scene).stopped());
    assertEquals(Set.of("w1", "w2"), kept(scene));
    Scene rest = scene(scene.search);
    rest.stored.addAll(scene.stored);
    run(rest);
    assertEquals(Set.of(), kept(rest));
  }

  /** Somebody else wants all of it, and it goes on from there. */
  @Test
  void aTrialUnderWayKeepsItsOwnAlthoughItsArmIsDecidedAgainst() throws IOException {
    Scene scene = scene(new Grid());
    Arm arm = Scene.arm("w1", 1);
    Wish wish = new Wish("t", arm, arm.recipe().with(0), 0, null);
    Ledger ledger = new Ledger(new Retries(scene.run.retry()));
    ledger.add("t", 1, Scene.outcome(Ending.STOPPED, 3, scene.orders().job(wish, 1, 0)));
    leave("t");
    Flights flights = new Flights();
    flights.add(wish);
    Stops stops = new Stops(scene.log, scene.spent, ledger, flights);
    stops.see(against("w1", "t"));
    assertTrue(Files.exists(checkpoint("t")));
    flights.landed("t");
    stops.see(against("w1", "t"));
    assertFalse(Files.exists(checkpoint("t")));
  }

  private static Wishes against(String arm, String trial) {
    return new Wishes() {
      @Override
      public Optional<Wish> next() {
        return Optional.empty();
      }

      @Override
      public void tell(Wish wish, Outcome outcome) {
        // nothing follows
      }

      @Override
      public void drop(Wish wish) {
        // nobody waits
      }

      @Override
      public Map<String, String> stopped() {
        return Map.of(arm, "place 2 of 2");
      }

      @Override
      public List<String> stoppedTrials() {
        return List.of(trial);
      }
    };
  }

  /** The sweep died between storing a result and deleting. */
  @Test
  void whatACrashLeftOfEndedTrialsGoesWhenASweepStarts() throws IOException {
    Scene scene = scene(new Grid());
    scene.run = Scene.read(RunPolicy.class, "{retry: {failed: 0}}");
    Course course = scene.course();
    List<Ending> endings = List.of(Ending.COMPLETED, Ending.DIVERGED, Ending.FAILED);
    for (Ending ending : endings) {
      Job job = course.next().orElseThrow();
      scene.end(course, job, Scene.outcome(ending, 9, job));
      leave(job.id());
    }
    Scene next = scene(new Grid());
    next.stored.addAll(scene.stored);
    next.course();
    assertEquals(Set.of("w2"), kept(next), "which failed, and may be retried");
  }
}
