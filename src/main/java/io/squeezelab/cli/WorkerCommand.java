package io.squeezelab.cli;

import io.squeezelab.sweep.Worker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code squeezelab worker}: what a sweep starts as child process; not for people. */
@Command(name = "worker", hidden = true, description = "Runs trials given on standard input.")
final class WorkerCommand implements Callable<Integer> {
  @Mixin private ShelfOption data;

  @Mixin private DeviceOption device;

  @Override
  public Integer call() throws InterruptedException {
    Worker.serve(data.shelf(), device.hardware());
    return Main.DONE;
  }
}
