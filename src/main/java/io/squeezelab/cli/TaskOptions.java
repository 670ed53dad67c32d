package io.squeezelab.cli;

import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Task;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import picocli.CommandLine.Option;

/** The images and classes of a network; what is left out is as in the backbone's paper. */
final class TaskOptions {
  @Option(
      names = "--input",
      paramLabel = "CxHxW",
      description = "one image; as in the backbone's paper if left out")
  private String input;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "as in the backbone's paper if left out")
  private Integer classes;

  /**
   * @throws io.squeezelab.spec.BadInput that names what is wrong with an option
   */
  Task of(Backbone backbone) {
    Dims image = input == null ? backbone.task().input() : Inline.dims(input);
    if (classes == null) {
      return new Task(image, backbone.task().classes());
    }
    Check.atLeast("--classes", 1, classes);
    Check.atMost("--classes", 1_000_000, classes);
    return new Task(image, classes);
  }

  /** Whether one of them is given. */
  boolean given() {
    return input != null || classes != null;
  }
}
