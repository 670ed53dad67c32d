package io.squeezelab.cli;

import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Problem;
import picocli.CommandLine.Option;

/** The option that says what computes; a mixin for every command that trains. */
final class DeviceOption {
  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "DEVICE",
      description = "cpu, gpu or gpu:N; cpu unless given")
  private String device;

  Hardware hardware() {
    try {
      return Hardware.parse(device);
    } catch (Problem problem) {
      throw problem.under("--device");
    }
  }
}
