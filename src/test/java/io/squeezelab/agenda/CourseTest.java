package io.squeezelab.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Budget;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.RunPolicy;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Folder;
import io.squeezelab.search.Grid;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs next; nothing is trained. */
class CourseTest {
  private static final List<String> WHOLE =
      List.of("base 0", "w1 0", "w2 0", "w3 0", "w4 0", "base 1", "w1 1", "w2 1", "w3 1", "w4 1");

  @TempDir private Path temp;

  private static Scene grid() {
    Scene scene = new Scene();
    scene.search = new Grid();
    return scene;
  }

  private static Scene rungs(Rungs search) {
    Scene scene = new Scene();
    scene.search = search;
    return scene;
  }

  private static RunPolicy policy(String yaml) {
    return Scene.read(RunPolicy.class, yaml);
  }

  /** The same results under the file as it is now. */
  private static Scene resumed(Scene before) {
    Scene scene = before.search instanceof Rungs ? rungs(new Rungs(true, 2)) : grid();
    scene.stored.addAll(before.stored);
    return scene;
  }

  @Test
  void eachSeedIsWholeBeforeTheNext() {
    Scene scene = grid();
    assertEquals(WHOLE, scene.all(scene.course()));
  }

  @Test
  void whatIsStoredIsNotRunAgain() {
    Scene scene = grid();
    scene.most = 3;
    scene.all(scene.course());
    Scene rest = resumed(scene);
    assertEquals(WHOLE.subList(3, 10), rest.all(rest.course()));
    assertTrue(resumed(rest).course().idle());
  }

  @Test
  void aSearchHearsAtOnceOfWhatIsStored() {
    Scene scene = rungs(new Rungs(true, 2));
    scene.all(scene.course());
    Rungs again = new Rungs(true, 2);
    Scene second = rungs(again);
    second.stored.addAll(scene.stored);
    assertTrue(second.course().idle());
    assertEquals(
        List.of(
            "[0] STOPPED 3", "[1] STOPPED 3", "[2] STOPPED 3", "[3] STOPPED 3", "[2] COMPLETED 9"),
        again.told,
        "the third was trained to its end, and still counts as it stood after three epochs");
  }

  @Test
  void aTrialThatWasStoppedGoesOnWhenItIsWantedAgain() {
    Scene scene = rungs(new Rungs(true, 2));
    List<String> lines = scene.all(scene.course());
    assertEquals(
        List.of(
            "base 0",
            "w1 0 until 3",
            "w2 0 until 3",
            "w3 0 until 3",
            "w4 0 until 3",
            "w3 0 attempt 2",
            "base 1"),
        lines,
        "the seed that the search does not come to follows for the arm beside it");
  }

  @Test
  void aSearchThatWaitsLeavesWorkersIdle() {
    Scene scene = rungs(new Rungs(true, 2));
    Course course = scene.course();
    List<Job> five = List.of(1, 2, 3, 4, 5).stream().map(i -> course.next().orElseThrow()).toList();
    assertEquals(Optional.empty(), course.next());
    five.forEach(job -> scene.end(course, job, Scene.outcome(job)));
    assertEquals("w3 0 attempt 2", Scene.words(course.next().orElseThrow()));
  }

  @Test
  void noSearchSeesWhatTheTestSplitSaid() {
    Rungs search = new Rungs(true, 2);
    Scene scene = rungs(search);
    scene.all(scene.course());
    assertTrue(search.told.contains("[2] COMPLETED 9"), search.told::toString);
    assertFalse(search.tested);
  }

  @Test
  void equalTrialsRunOnce() {
    Scene scene = rungs(new Rungs(true, 2));
    scene.seeds = List.of(0L);
    Course course =
        new Start(twice(scene), scene.stored, scene.orders(), Set.of(), 0)
            .course(ArmLog.none(), scene.spent);
    assertEquals(
        List.of("twin 0", "w1 0 until 3", "w2 0 until 3", "w4 0 until 3"), scene.all(course));
  }

  /** With the third width, which the search wants for three epochs, beside it as well. */
  private static Experiment twice(Scene scene) {
    var of = scene.experiment();
    return new Experiment(
        of.name(),
        "",
        List.of(Scene.arm("twin", 3)),
        null,
        of.seeds(),
        of.space(),
        of.search(),
        of.budget(),
        of.run(),
        of.expected());
  }

  @Test
  void aFailureIsTriedOnceMoreAtOnce() {
    Scene scene = grid();
    Course course = scene.course();
    Job first = course.next().orElseThrow();
    scene.end(course, first, Scene.outcome(Ending.FAILED, 2, first));
    Job second = course.next().orElseThrow();
    assertEquals("base 0 attempt 2", Scene.words(second));
    scene.end(course, second, Scene.outcome(Ending.FAILED, 2, second));
    assertEquals("w1 0", Scene.words(course.next().orElseThrow()));
  }

  @Test
  void aRetryThatACrashPreventedComesWithTheNextSweep() {
    Scene scene = grid();
    Course course = scene.course();
    Job first = course.next().orElseThrow();
    scene.end(course, first, Scene.outcome(Ending.FAILED, 2, first));
    Scene next = resumed(scene);
    assertEquals("base 0 attempt 2", Scene.words(next.course().next().orElseThrow()));
  }

  @Test
  void whatRanOutOfMemoryRunsByHalvesDownToOneImage() {
    Scene scene = grid();
    scene.seeds = List.of(0L);
    scene.run = policy("{retry: {out-of-memory: smaller-micro-batch}}");
    Course course = scene.course();
    String lines = "";
    Optional<Job> job = course.next();
    for (; job.orElseThrow().arm().equals("base"); job = course.next()) {
      lines += job.get().conditions().microBatch() + " ";
      scene.end(course, job.get(), Scene.outcome(Ending.OUT_OF_MEMORY, 0, job.get()));
    }
    assertEquals("0 16 8 4 2 1 ", lines);
    Scene next = resumed(scene);
    next.run = scene.run;
    assertEquals("w1 0", Scene.words(next.course().next().orElseThrow()), "it had its chances");
  }

  @Test
  void aRetryKeepsTheImagesAtATimeThatFitted() {
    Scene scene = grid();
    scene.run = policy("{retry: {out-of-memory: smaller-micro-batch}}");
    Course course = scene.course();
    Job first = course.next().orElseThrow();
    scene.end(course, first, Scene.outcome(Ending.OUT_OF_MEMORY, 0, first));
    Job second = course.next().orElseThrow();
    scene.end(course, second, Scene.outcome(Ending.FAILED, 4, second));
    assertEquals("base 0 attempt 3 by 16", Scene.words(course.next().orElseThrow()));
  }

  @Test
  void tooManyFailuresEndTheSweepWhenWhatRunsHasEnded() {
    Scene scene = grid();
    scene.run = policy("{retry: {failed: 0}, max-failures: 2}");
    Course course = scene.course();
    List<Job> three = List.of(1, 2, 3).stream().map(i -> course.next().orElseThrow()).toList();
    scene.end(course, three.get(0), Scene.outcome(Ending.FAILED, 0, three.get(0)));
    scene.end(course, three.get(1), Scene.outcome(Ending.DIVERGED, 1, three.get(1)));
    assertEquals(Optional.empty(), course.next());
    scene.end(course, three.get(2), Scene.outcome(three.get(2)));
    assertEquals(Optional.empty(), course.next());
    assertEquals(
        "2 trials have ended without completing, which run.max-failures does not let pass",
        course.halt().orElseThrow().reason());
    assertTrue(course.halt().orElseThrow().failed());
    assertEquals(7, course.left());
  }

  @Test
  void aBudgetOfTrialsCountsThoseOfEarlierSweeps() {
    Scene scene = grid();
    scene.budget = new Budget(4, null, 0);
    Course course = scene.course();
    assertEquals(WHOLE.subList(0, 4), scene.all(course));
    assertEquals(6, course.left());
    assertEquals(
        "the budget of 4 trials (budget.trials) is used up", course.halt().orElseThrow().reason());
    Scene larger = resumed(scene);
    larger.budget = new Budget(6, null, 0);
    assertEquals(WHOLE.subList(4, 6), larger.all(larger.course()));
  }

  @Test
  void aBudgetOfTrialsCountsAlsoThoseThatComeLaterInTheOrder() {
    Scene scene = grid();
    scene.seeds = List.of(1L);
    scene.all(scene.course());
    Scene both = resumed(scene);
    both.budget = new Budget(6, null, 0);
    assertEquals(List.of("base 0"), both.all(both.course()), "five have results, of seed 1");
  }

  /** 9 + 9 epochs are fewer than 20, so a third trial begins, and is finished. */
  @Test
  void aBudgetOfEpochsLetsTheLastTrialFinish() {
    Scene scene = grid();
    scene.budget = new Budget(0, null, 20);
    assertEquals(WHOLE.subList(0, 3), scene.all(scene.course()));
    Scene larger = resumed(scene);
    larger.budget = new Budget(0, null, 28);
    assertEquals(WHOLE.subList(3, 4), larger.all(larger.course()));
  }

  /** 9 for the baseline, 4 times 3 for the rung, 6 more for the winner: 27. */
  @Test
  void epochsThatATrialGoesOnFromCountOnce() {
    Scene scene = rungs(new Rungs(true, 2));
    scene.budget = new Budget(0, null, 27);
    assertEquals(6, scene.all(scene.course()).size());
    Scene larger = resumed(scene);
    larger.budget = new Budget(0, null, 28);
    assertEquals(List.of("base 1"), larger.all(larger.course()));
  }

  @Test
  void trialsThatFailedRunAgainWhenThatIsAskedFor() {
    Scene scene = grid();
    scene.run = policy("{retry: {failed: 0}}");
    Course course = scene.course();
    Job first = course.next().orElseThrow();
    scene.end(course, first, Scene.outcome(Ending.FAILED, 0, first));
    Job second = course.next().orElseThrow();
    scene.end(course, second, Scene.outcome(Ending.DIVERGED, 0, second));
    scene.all(course);
    Scene again = resumed(scene);
    again.run = scene.run;
    again.retried = Set.of(Ending.FAILED);
    assertEquals(List.of("base 0 attempt 2"), again.all(again.course()));
  }

  /** Of the ten trials two were run; the others wait for a sweep. */
  @Test
  void aRetryAloneRunsNothingThatIsMissing() {
    Scene scene = grid();
    scene.run = policy("{retry: {failed: 0}}");
    Course course = scene.course();
    Job first = course.next().orElseThrow();
    scene.end(course, first, Scene.outcome(Ending.FAILED, 0, first));
    Job second = course.next().orElseThrow();
    scene.end(course, second, Scene.outcome(second));
    Start retry =
        Start.again(scene.experiment(), scene.stored, scene.orders(), Set.of(Ending.FAILED));
    assertEquals(List.of("base 0 attempt 2"), scene.all(retry.course(ArmLog.none(), scene.spent)));
  }

  @Test
  void whatIsAheadIsKnownAsFarAsTheSearchIs() {
    assertEquals(WHOLE, grid().start().ahead().stream().map(Scene::words).toList());
    assertFalse(grid().start().open());
    Start rungs = rungs(new Rungs(true, 2)).start();
    assertEquals(
        List.of("base 0", "w1 0 until 3", "w2 0 until 3", "w3 0 until 3", "w4 0 until 3", "base 1"),
        rungs.ahead().stream().map(Scene::words).toList());
    assertTrue(rungs.open());
  }

  @Test
  void armsThatNobodyKnewAreWrittenDown() throws IOException {
    Scene scene = rungs(new Rungs(false, 2));
    scene.log = ArmLog.in(new Folder(temp));
    Course course = scene.course();
    assertFalse(course.idle());
    assertFalse(Files.exists(temp.resolve("arms.jsonl")), "nothing has been asked for yet");
    scene.all(course);
    List<String> lines = Files.readAllLines(temp.resolve("arms.jsonl"));
    assertEquals(5, lines.size());
    assertTrue(lines.get(0).startsWith("{\"arm\":\"w1\",\"factors\":{\"backbone.width\":\"w1\"}"));
    assertEquals("{\"arm\":\"w4\",\"stopped\":\"the last place\"}", lines.get(4));

    Scene next = rungs(new Rungs(false, 2));
    next.stored.addAll(scene.stored);
    next.log = ArmLog.in(new Folder(temp));
    assertEquals(List.of(), next.all(next.course()));
    assertEquals(lines, Files.readAllLines(temp.resolve("arms.jsonl")), "written anew, the same");
  }
}
