package io.squeezelab.cli;

import io.squeezelab.agenda.Orders;
import io.squeezelab.engine.Hardware;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.RunPolicy;
import io.squeezelab.live.web.Site;
import io.squeezelab.results.Folder;
import io.squeezelab.spec.Check;
import io.squeezelab.sweep.Workers;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs trials of an experiment. */
final class RunOptions {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "worker processes; cores / threads of a trial unless given; 0: in this process")
  private Integer workers;

  @Mixin private DeviceOption device;
  @Mixin private ShelfOption data;

  @Option(names = "--gates", description = "also record each trial's gates: trials/ID/gates.json")
  private boolean gates;

  @Option(
      names = "--weights",
      description = "also keep each trial's tested weights: trials/ID/weights.safetensors")
  private boolean weights;

  @Mixin private ExportOptions exports;
  @Mixin private ServeOption serve;

  /** What runs trials while a page may show it. */
  interface Work {
    /**
     * @param site the page; null for none
     * @return the exit code
     */
    int on(Site site) throws InterruptedException;
  }

  /** Does it; a page that was asked for is there before anything else happens. */
  int served(PrintWriter err, Work work) throws InterruptedException {
    try (Site site = serve.open(err).orElse(null)) {
      int code = work.on(site);
      if (site != null) {
        site.lastLook();
      }
      return code;
    }
  }

  /**
   * @throws io.squeezelab.spec.BadInput if the device is not there, or data are missing, corrupt or
   *     too small
   */
  void check(Stream<Arm> arms) {
    data.check(arms.map(Arm::recipe));
    if (hardware().gpu()) {
      DiagnoseCommand.ask().require(hardware());
    }
  }

  Hardware hardware() {
    return device.hardware();
  }

  Workers workers(Experiment experiment) {
    Check.that(workers == null || workers >= 0, "--workers", "must be at least 0, is " + workers);
    int count = workers == null ? slots(experiment.arms()) : workers;
    return new Workers(count, hardware(), data.shelf(), Main.class.getName());
  }

  private int slots(List<Arm> arms) {
    int threads = arms.stream().mapToInt(a -> a.recipe().train().threads()).max().orElse(1);
    int processors = Runtime.getRuntime().availableProcessors();
    return hardware().gpu() ? 1 : Math.max(1, processors / threads);
  }

  Orders orders(Folder folder, RunPolicy run) {
    return new Orders(id -> folder.log(id).getParent(), run, gates, weights);
  }

  ExportOptions exports() {
    return exports;
  }

  boolean gates() {
    return gates;
  }

  boolean weights() {
    return weights;
  }
}
