package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameter;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words for parts of a network, in every network that there is. */
class SelectionTest {
  private static final int CLASSES = 7;

  static Stream<Named<Network>> networks() {
    JsonNode small = Trees.resource(SelectionTest.class, "/backbones-small.yaml");
    List<Named<Network>> networks = new ArrayList<>();
    for (JsonNode one : small) {
      Backbone backbone = Bind.read(Backbone.class, one.get("backbone"));
      Dims input = Dims.parse(one.get("input").asText());
      Attention attention = Bind.inline(Attention.class, "{excite: conv1d}");
      Network network = backbone.network(input, CLASSES, attention, Placement.STANDARD);
      networks.add(Named.of(Trees.print(one.get("backbone")), network));
    }
    return networks.stream();
  }

  private static List<String> names(Network network, String word) {
    Selection selection = new Selection(network.parameters());
    return selection.of(
        word,
        Stream.concat(
                network.parameters().trained().stream(), network.parameters().buffers().stream())
            .map(Parameter::name)
            .toList());
  }

  /** A weight with a row for each class, and a bias at most. */
  @ParameterizedTest
  @MethodSource("networks")
  void theClassifierGivesTheLogits(Network network) {
    List<String> classifier = names(network, "classifier");
    for (Parameter p : network.parameters().trained()) {
      if (classifier.contains(p.name())) {
        assertEquals(CLASSES, p.shape().toArray()[0], p.name());
      }
    }
    assertTrue(List.of(1, 2).contains(classifier.size()), classifier::toString);
    int all = network.parameters().trained().size() + network.parameters().buffers().size();
    assertEquals(all, classifier.size() + names(network, "all-but-classifier").size());
  }

  /** What is none of the four is a linear layer before the classifier, as a VGG has. */
  @ParameterizedTest
  @MethodSource("networks")
  void eachTensorIsInOnePart(Network network) {
    List<String> left = new ArrayList<>();
    network.parameters().trained().forEach(p -> left.add(p.name()));
    for (String part : List.of("convolutions", "norms", "attention", "classifier")) {
      for (String name : names(network, part)) {
        boolean trained =
            network.parameters().trained().stream().anyMatch(p -> p.name().equals(name));
        assertTrue(!trained || left.remove(name), name + " is in two parts");
      }
    }
    for (String name : left) {
      assertTrue(name.startsWith("classifier.") || name.startsWith("fc"), name + " is in no part");
    }
    assertTrue(names(network, "attention").size() > 0);
    assertTrue(names(network, "convolutions").size() > 1);
  }
}
