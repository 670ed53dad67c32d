package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Problem;
import io.squeezelab.sweep.Cards;
import io.squeezelab.sweep.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** From options to slots; the cards are made up. */
class SlotOptionsTest {
  private static final Cards CARDS = new Cards(List.of("0, GPU-a, 81559", "1, GPU-b, 24564"));

  /** A command with nothing else. */
  @Command
  static final class Bare {
    @Mixin private SlotOptions slots;
  }

  private static Workers workers(String line) {
    Bare bare = new Bare();
    new CommandLine(bare).parseArgs(line.split(" "));
    return bare.slots.workers(1, new Shelf(List.of(Path.of("."))), () -> CARDS);
  }

  private static List<String> slots(String line) {
    Workers workers = workers(line);
    return IntStream.range(0, workers.count())
        .mapToObj(workers::device)
        .map(Hardware::toString)
        .toList();
  }

  @Test
  void slotsTakeDevicesInTurn() {
    assertEquals(List.of("gpu:0"), slots("--device gpu"));
    assertEquals(List.of("gpu:0", "gpu:2"), slots("--device gpu:0,2"));
    assertEquals(List.of("gpu:0", "gpu:2", "gpu:0"), slots("--device gpu:0,gpu:2 --workers 3"));
    assertEquals(List.of("cpu", "cpu"), slots("--workers 2"));
  }

  /** Three on the first, one on the second. */
  @Test
  void asManyTrialsACardAsItsMemoryHolds() {
    String cards = "--device gpu:0,1 --gpu-memory 20GiB";
    assertEquals(List.of("gpu:0", "gpu:1", "gpu:0", "gpu:0"), slots(cards));
    assertEquals(List.of("gpu:0", "gpu:1"), slots(cards + " --workers 2"));
    assertEquals(4, slots(cards + " --workers 9").size(), "more would not fit");
  }

  @Test
  void theSweepsPatienceIsGiven() {
    assertEquals(Duration.ofMinutes(2), workers("--silence 2m").patience().silence());
    assertEquals(Duration.ofSeconds(60), workers("--workers 1").patience().silence());
    assertEquals(Duration.ofMinutes(2), workers("--silence 5s").patience().start());
    assertEquals(Duration.ofMinutes(10), workers("--silence 10m").patience().start());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --device gpu:0,0              | --device   | names gpu:0 twice
          --device cpu,gpu:0            | --device   | must be the processor or cards, not both; is 'cpu,gpu:0'
          --device tpu:0                | --device   | unknown device 'tpu:0'; allowed: cpu, gpu, gpu:0; did you mean 'gpu:0'?
          --gpu-memory 20GiB            | --gpu-memory | needs --device gpu
          --device gpu --gpu-memory 20  | --gpu-memory | must be an amount such as 500MB, 20GB or 16GiB; is '20'
          --device gpu:1 --gpu-memory 1TB | --gpu-memory | must fit on gpu:1, which has 24564 MiB; is 1TB
          --silence 0s                  | --silence  | must be a length of time such as 90s, 10m, 2h or 3d, or never; is '0s'
          --workers -1                  | --workers  | must be at least 0, is -1
          """)
  void aMistakeIsToldWithItsOption(String line, String option, String message) {
    Problem problem = assertThrows(Problem.class, () -> workers(line));
    assertEquals(option + ": " + message, problem.path() + ": " + problem.getMessage());
  }
}
