package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameter;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Gradients;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.layer.Watched;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every backbone promises, with attention in every position and some of the stages: walked off
 * the family.
 */
@Tag("engine")
class ContractTest {
  private static final int CLASSES = 5;

  /** What replaces a part of the unit must be a fusion. */
  private static final Map<Position, String> FITTING =
      Map.of(Position.CONV, "sk", Position.SKIP, "aff");

  /**
   * Every variant in a size that is run in a moment: its name, how it is written small, and an
   * image that it takes. The first test holds it against the family.
   */
  private static final JsonNode SMALL = Trees.resource(ContractTest.class, "/backbones-small.yaml");

  @Test
  void everyVariantIsAmongThem() {
    TreeSet<String> named = new TreeSet<>();
    for (JsonNode small : SMALL) {
      named.add(Family.name(Bind.read(Backbone.class, small.get("backbone")).getClass()));
    }
    assertEquals(new TreeSet<>(Family.of(Backbone.class).variants().keySet()), named);
  }

  static List<Named<Network>> networks() {
    List<Named<Network>> networks = new ArrayList<>();
    for (JsonNode small : SMALL) {
      Backbone backbone = Bind.read(Backbone.class, small.get("backbone"));
      Dims input = Dims.parse(small.get("input").asText());
      String name = Trees.print(small.get("backbone"));
      networks.add(Named.of(name, network(backbone, input, "none", "{}")));
      Dims one = input.channels(1);
      networks.add(Named.of(name + " on " + one, network(backbone, one, "none", "{}")));
      for (Position position : Position.values()) {
        placed(backbone, input, position)
            .ifPresent(network -> networks.add(Named.of(name + ", " + position, network)));
      }
    }
    return networks;
  }

  /** With attention in this position of the second stage; empty where that is refused. */
  private static Optional<Network> placed(Backbone backbone, Dims input, Position position) {
    String placement = "{position: %s, stages: [2]}".formatted(name(position));
    String attention = FITTING.getOrDefault(position, "eca");
    try {
      return Optional.of(network(backbone, input, attention, placement));
    } catch (Problem refused) {
      assertTrue(refused.getMessage().contains("because"), refused.getMessage());
      return Optional.empty();
    }
  }

  private static String name(Position position) {
    return position.name().toLowerCase(Locale.ROOT);
  }

  private static Network network(
      Backbone backbone, Dims input, String attention, String placement) {
    return backbone.network(
        input,
        CLASSES,
        Bind.inline(Attention.class, attention),
        Bind.inline(Placement.class, placement));
  }

  private static long[] shape(Network network, int images) {
    Dims in = network.input();
    return new long[] {images, in.channels(), in.height(), in.width()};
  }

  @ParameterizedTest
  @MethodSource("networks")
  void givesFiniteLogitsImageByImage(Network network) {
    try (Probe probe = new Probe(network.parameters(), network.layers(), 1)) {
      Numbers x = Numbers.normal(2, 1, shape(network, 3));
      Numbers together = probe.evaluate(x);
      assertArrayEquals(new long[] {3, CLASSES}, together.shape());
      for (int k = 0; k < 3; k++) {
        float[] alone = probe.evaluate(x.row(k)).values();
        assertTrue(Float.isFinite(alone[0]));
        assertArrayEquals(alone, together.row(k).values(), 1e-4f * largest(alone));
      }
    }
  }

  /** Untrained logits may be large, and round accordingly; at least 1. */
  private static float largest(float[] logits) {
    float largest = 1;
    for (float logit : logits) {
      largest = Math.max(largest, Math.abs(logit));
    }
    return largest;
  }

  /** What a norm takes out again, such as a bias before it, has a gradient in evaluation alone. */
  @ParameterizedTest
  @MethodSource("networks")
  void gradientReachesEveryParameter(Network network) {
    try (Probe probe = new Probe(network.parameters(), network.layers(), 1).stirred(2)) {
      Numbers x = Numbers.normal(3, 1, shape(network, 4));
      Set<String> unreached = unreached(probe.gradients(x, 4, true));
      if (unreached.stream().allMatch(name -> name.endsWith(".bias"))) {
        unreached.retainAll(unreached(probe.gradients(x, 4, false)));
      }
      assertEquals(Set.of(), unreached);
    }
  }

  private static Set<String> unreached(Gradients gradients) {
    Set<String> unreached = new TreeSet<>();
    gradients
        .ofWeights()
        .forEach(
            (name, gradient) -> {
              float largest = 0;
              for (float number : gradient) {
                assertTrue(Float.isFinite(number), name);
                largest = Math.max(largest, Math.abs(number));
              }
              if (largest == 0) {
                unreached.add(name);
              }
            });
    return unreached;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void costsWhatItSays(Network network) {
    Cost said = network.cost();
    assertEquals(count(network.parameters().trained()), said.params());
    assertEquals(count(network.parameters().buffers()), said.buffers());
    Watched watched = Watched.of(network.layers());
    try (Probe probe = new Probe(network.parameters(), watched, 0)) {
      Numbers x = Numbers.normal(1, 1, shape(network, 2));
      float[] plain;
      try (Probe unwatched = new Probe(network.parameters(), network.layers(), 0)) {
        plain = unwatched.evaluate(x).values();
      }
      assertArrayEquals(plain, probe.evaluate(x).values()); // watching changed nothing
    }
    assertEquals(watched.macs(), said.macs());
  }

  private static long count(List<Parameter> parameters) {
    return parameters.stream().mapToLong(Parameter::size).sum();
  }

  /** He et al. 2015, table 6: 0.27, 0.46, 0.66, 0.85 and 1.7 million; the digits by pencil. */
  @Test
  void depthsHaveThePapersParameters() {
    long[] params =
        List.of(20, 32, 44, 56, 110).stream()
            .map(depth -> new ResnetCifar(depth, 16, Shortcut.A, false))
            .map(b -> b.network(new Dims(3, 32, 32), 10, new None(), Placement.STANDARD))
            .mapToLong(n -> n.cost().params())
            .toArray();
    assertEquals("[269722, 464154, 658586, 853018, 1727962]", Arrays.toString(params));
  }
}
