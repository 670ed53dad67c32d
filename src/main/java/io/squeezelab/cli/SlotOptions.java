package io.squeezelab.cli;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Period;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Room;
import io.squeezelab.sweep.Cards;
import io.squeezelab.sweep.Patience;
import io.squeezelab.sweep.Workers;
import io.squeezelab.trial.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The options that say how many trials run at a time, and where; a mixin for sweeps. */
final class SlotOptions {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "worker processes; processors / threads of a trial unless given, on cards one each;"
              + " 0: in this process")
  private Integer workers;

  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "DEVICE",
      description = "cpu, gpu, gpu:N or several cards, gpu:0,1; cpu unless given")
  private String device;

  @Option(
      names = "--gpu-memory",
      paramLabel = "SIZE",
      description =
          "memory that a trial may take of a card, such as 20GiB: as many at a time as fit")
  private String memory;

  @Option(
      names = "--silence",
      defaultValue = "60s",
      paramLabel = "TIME",
      description = "a worker is ended from which nothing was heard for so long; 60s unless given")
  private String silence;

  /** Each once, in the order in which slots take them. */
  List<Hardware> devices() {
    return at("--device", device, SlotOptions::parse);
  }

  private static List<Hardware> parse(String text) {
    List<Hardware> devices = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      boolean number = !devices.isEmpty() && part.trim().matches("\\d+");
      Hardware one = Hardware.parse(number ? "gpu:" + part.trim() : part);
      Check.that(!devices.contains(one), "", "names " + one + " twice");
      devices.add(one);
    }
    boolean mixed = devices.size() > 1 && !devices.stream().allMatch(Hardware::gpu);
    Check.that(!mixed, "", "must be the processor or cards, not both; is '" + text + "'");
    return devices;
  }

  /**
   * @throws io.squeezelab.spec.BadInput if a device is not there
   */
  void require() {
    if (devices().get(0).gpu()) {
      Diagnosis diagnosis = DiagnoseCommand.ask();
      devices().forEach(diagnosis::require);
    }
  }

  /**
   * @param threads of a trial, at most
   */
  Workers workers(int threads, Shelf shelf) {
    return workers(threads, shelf, Cards::ask);
  }

  Workers workers(int threads, Shelf shelf, Supplier<Cards> cards) {
    Check.that(workers == null || workers >= 0, "--workers", "must be at least 0, is " + workers);
    List<Hardware> slots = memory == null ? devices() : slots(cards);
    int most = memory == null ? Integer.MAX_VALUE : slots.size();
    int count = Math.min(most, workers == null ? count(slots, threads) : workers);
    Period patience = at("--silence", silence, Period::parse);
    Patience all = Patience.STANDARD.silence(patience.duration());
    return new Workers(count, slots, shelf, Main.class.getName(), all);
  }

  private List<Hardware> slots(Supplier<Cards> cards) {
    List<Hardware> all = devices();
    Check.that(all.get(0).gpu(), "--gpu-memory", "needs --device gpu");
    return at("--gpu-memory", memory, t -> cards.get().slots(all, Room.parse(t), System.getenv()));
  }

  private static int count(List<Hardware> slots, int threads) {
    int processors = Runtime.getRuntime().availableProcessors();
    return slots.get(0).gpu() ? slots.size() : Math.max(1, processors / threads);
  }

  private static <T> T at(String option, String text, Function<String, T> meaning) {
    try {
      return meaning.apply(text);
    } catch (Problem problem) {
      throw problem.under(option);
    }
  }
}
