package io.squeezelab.cli;

import io.squeezelab.agenda.Orders;
import io.squeezelab.engine.Hardware;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.RunPolicy;
import io.squeezelab.live.web.Site;
import io.squeezelab.results.Folder;
import io.squeezelab.sweep.Workers;
import java.io.PrintWriter;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs trials of an experiment. */
final class RunOptions {
  @Mixin private SlotOptions slots;
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
    exports.check();
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
    slots.require();
  }

  Hardware hardware() {
    return slots.devices().get(0);
  }

  Workers workers(Experiment experiment) {
    int threads =
        experiment.arms().stream().mapToInt(a -> a.recipe().train().threads()).max().orElse(1);
    return slots.workers(threads, data.shelf());
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
