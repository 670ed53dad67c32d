package io.squeezelab.sweep;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Workers that are {@link Puppet}s, and jobs for them.
 *
 * @param folder where they find their script
 */
record Puppets(Path folder) {
  /** Long where a busy machine could be slow; a test that waits for the end of one shortens it. */
  static final Patience LONG =
      new Patience(
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          List.of(Duration.ofMillis(10), Duration.ofMillis(10)));

  private static final String TRIAL =
      """
      {"data": {"type": "cifar10"}, "backbone": {"type": "resnet-cifar", "depth": 8},
       "train": {"epochs": 1, "batch": 256, "rate": {"type": "constant", "base": 0.1}}, "seed": 0}
      """;

  Puppets playing(String script) throws IOException {
    Files.writeString(folder.resolve("script"), script);
    return this;
  }

  Workers workers(int count, Hardware device) {
    return workers(count, device, LONG);
  }

  Workers workers(int count, Hardware device, Patience patience) {
    Shelf shelf = new Shelf(List.of(folder));
    return new Workers(count, List.of(device), shelf, Puppet.class.getName(), patience);
  }

  /** {@code job-0}, {@code job-1}, … */
  static List<Job> jobs(int count) {
    Trial trial = Bind.read(Trial.class, Trees.json(TRIAL));
    return IntStream.range(0, count).mapToObj(i -> new Job("job-" + i, "a", trial, 1)).toList();
  }
}
