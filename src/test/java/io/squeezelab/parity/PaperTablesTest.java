package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Costs of the SE paper's networks are the printed ones, to one of the last printed digit: 0.01
 * GFLOPs, 0.1 million parameters. paper-tables.csv has the figures and says how to read it.
 */
class PaperTablesTest {
  private static final int CLASSES = 1000;

  /** What can stand under {@code also}, for the two figures. */
  private static final Map<String, ToLongFunction<Network>> PARAMS =
      Map.of("statistics", network -> network.cost().buffers());

  private static final Map<String, ToLongFunction<Network>> FLOPS =
      Map.of("norms", network -> made(network, "batch-norm"), "weights", n -> made(n, "scale"));

  private static final Set<String> KINDS = Set.of("statistics", "norms", "weights");

  @ParameterizedTest(name = "table {0}, {1}")
  @CsvFileSource(
      resources = "/parity/paper-tables.csv",
      quoteCharacter = '"',
      useHeadersInDisplayName = true)
  void isWhatThePaperPrints(
      String table,
      String row,
      String flops,
      String params,
      String input,
      String backbone,
      String attention,
      String placement,
      String also,
      String ours,
      String note) {
    Network network =
        Bind.inline(Backbone.class, backbone)
            .network(
                Dims.parse(input),
                CLASSES,
                Bind.inline(Attention.class, attention),
                Bind.inline(Placement.class, Optional.ofNullable(placement).orElse("{}")));
    if (params != null) {
      near(new Printed(params), network.cost().params() + besides(network, also, PARAMS));
    }
    if (ours != null) {
      assertNotNull(note, "a figure of our own needs its reason");
      Printed exact = new Printed(ours);
      assertEquals(exact.number(), exact.rounded(network.cost().macs()));
    } else if (flops != null) {
      near(new Printed(flops), network.cost().macs() + besides(network, also, FLOPS));
    }
  }

  private static void near(Printed printed, long counted) {
    assertTrue(printed.near(counted), () -> "printed " + printed.text() + ", counted " + counted);
  }

  private static long besides(
      Network network, String also, Map<String, ToLongFunction<Network>> kinds) {
    List<String> words = also == null ? List.of() : List.of(also.split(" "));
    assertTrue(KINDS.containsAll(words), also);
    return words.stream()
        .filter(kinds::containsKey)
        .mapToLong(word -> kinds.get(word).applyAsLong(network))
        .sum();
  }

  /** How many numbers the layers of a kind give. */
  private static long made(Network network, String kind) {
    return network.sheet().lines().stream()
        .filter(line -> line.kind().equals(kind))
        .mapToLong(line -> line.out().size())
        .sum();
  }
}
