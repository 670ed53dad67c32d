package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.agenda.Course;
import io.squeezelab.agenda.Orders;
import io.squeezelab.agenda.Start;
import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.export.Exports;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.Spent;
import io.squeezelab.results.TrialLog;
import io.squeezelab.sweep.Puppet;
import io.squeezelab.sweep.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of trials through all of a sweep but the training; two workers are puppets. */
class ManyTrialsTest {
  @TempDir private Path temp;

  /** Seconds that a stage took, and what it found. */
  private record Timed<T>(double seconds, T value) {}

  private interface Stage<T> {
    T run() throws Exception;
  }

  private static <T> Timed<T> timed(Stage<T> stage) throws Exception {
    long before = System.nanoTime();
    T value = stage.run();
    return new Timed<>((System.nanoTime() - before) / 1e9, value);
  }

  private Path experiment(int arms) throws IOException {
    String rates =
        IntStream.rangeClosed(1, arms).mapToObj(i -> "" + i).collect(Collectors.joining(", "));
    Files.writeString(temp.resolve("script"), "works");
    return Files.writeString(
        temp.resolve("many.yaml"),
        """
        trial:
          data: cifar10
          backbone: {type: resnet-cifar, depth: 20}
          attention: se
          train: {epochs: 30, rate: {type: constant, base: 0.1}}
        axes: {attention.excite.reduction: [1, 2, 4, 8, 16], train.batch: [%s]}
        baseline: {attention: none}
        seeds: 10
        """
            .formatted(rates));
  }

  private Start start(Experiment experiment, Folder folder, List<Result> stored) {
    Orders orders = new Orders(id -> folder.log(id).getParent(), experiment.run(), false, false);
    return new Start(experiment, stored, orders, Set.of(), 0);
  }

  private int sweep(Experiment experiment, Folder folder) throws InterruptedException {
    Shelf shelf = new Shelf(List.of(temp));
    Workers workers = new Workers(2, Hardware.CPU, shelf, Puppet.class.getName());
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try (TrialLog log = folder.open()) {
      folder.keep(experiment);
      Start start = start(experiment, folder, List.of());
      Course course = start.course(ArmLog.in(folder), new Spent(folder, log::force));
      Exports none = new Exports(List.of(), line -> {});
      new Run(experiment, folder, log, nowhere, null).of(start, course, List.of(), workers, none);
      return course.underWay();
    }
  }

  /** What takes how long, for arms in fives, and a baseline. */
  private double many(int batches) throws Exception {
    Path file = experiment(batches);
    Folder folder = new Folder(temp.resolve("results"));
    Timed<Experiment> planned = timed(() -> ExperimentFile.read(file));
    Experiment experiment = planned.value();
    int trials = (5 * batches + 1) * 10;
    Timed<Integer> swept = timed(() -> sweep(experiment, folder));
    assertEquals(0, swept.value());
    Timed<Boolean> resumed = timed(() -> idle(file, folder, trials));
    assertTrue(resumed.value(), "everything is there");
    Timed<?> reported =
        timed(() -> new Conclusion(folder).write(new PrintWriter(Writer.nullWriter()), null));
    System.out.printf(
        "%d trials: planned in %.2f s, run in %.1f s (%.0f a second), resumed in %.2f s,"
            + " reported in %.1f s%n",
        trials,
        planned.seconds(),
        swept.seconds(),
        trials / swept.seconds(),
        resumed.seconds(),
        reported.seconds());
    return trials / swept.seconds();
  }

  private boolean idle(Path file, Folder folder, int trials) throws IOException {
    Experiment experiment = ExperimentFile.read(file);
    List<Result> stored = TrialLog.read(folder.path()).results();
    assertEquals(trials, stored.stream().map(Result::id).distinct().count());
    assertEquals(trials, stored.size());
    Spent spent = new Spent(folder, () -> {});
    return start(experiment, folder, stored).course(ArmLog.none(), spent).idle();
  }

  @Test
  void aThousandTrialsEndOnceEach() throws Exception {
    many(20);
  }

  @Test
  @Tag("long")
  void tenThousandTrialsRunAtTwoHundredASecond() throws Exception {
    double speed = many(200);
    assertTrue(speed >= 200, speed + " trials a second");
  }
}
