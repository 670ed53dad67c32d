package io.squeezelab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Gradients;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.layer.Watched;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Walk;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every attention module promises, whatever it is made of. */
@Tag("engine")
class ContractTest {
  /** Of the largest number of a gradient; the worst module is off by 6e-7. */
  private static final double CLOSE = 1e-5;

  /** Of two, batch norm makes -1 and 1 whatever they are: no gradient but rounding. */
  private static final int IMAGES = 6;

  /** A gradient that is 0 by nature is the rounding of a sum of numbers near 1. */
  private static final double SMALLEST = 0.1;

  private static final List<Dims> MAPS =
      List.of(Modules.MAP, new Dims(32, 1, 1), new Dims(7, 4, 6));

  static List<Named<Attention>> kinds() {
    return Modules.named(Modules.KINDS);
  }

  static List<Named<Attention>> modules() {
    return Modules.named(Modules.COVER);
  }

  /** Of what the module takes: several maps lie one behind the other. */
  private static long[] shape(Attention attention, int images, Dims map) {
    return new long[] {
      images, (long) attention.inputs() * map.channels(), map.height(), map.width()
    };
  }

  private static Numbers input(Attention attention, int images, long seed) {
    return Numbers.normal(seed, 1, shape(attention, images, Modules.MAP));
  }

  private static Probe probe(Attention attention) {
    return Modules.probe(attention, Modules.MAP, 1).orElseThrow();
  }

  @Test
  void everyPartFitsSomewhere() {
    everyOneOf(Squeeze.class, SqueezeExcite::squeeze);
    everyOneOf(Excite.class, SqueezeExcite::excite);
    everyOneOf(Gate.class, SqueezeExcite::gate);
    everyOneOf(Apply.class, SqueezeExcite::apply);
  }

  private static <T> void everyOneOf(Class<T> family, Function<SqueezeExcite, T> part) {
    List<T> tried =
        Modules.COVER.values().stream()
            .filter(SqueezeExcite.class::isInstance)
            .map(SqueezeExcite.class::cast)
            .map(part)
            .toList();
    Walk.members(family)
        .forEach(m -> assertTrue(tried.contains(Bind.read(family, m)), m + " fits no module"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void staysFiniteOnHardInputs(Attention attention) {
    for (Dims map :
        List.of(Modules.MAP, new Dims(16, 1, 1), new Dims(3, 7, 4), new Dims(2, 1, 9))) {
      Modules.probe(attention, map, 1)
          .ifPresent(
              probe -> {
                try (probe) {
                  long[] shape = shape(attention, 2, map);
                  finite(probe, Numbers.full(0, shape));
                  finite(probe, Numbers.full(3, shape));
                  finite(probe, Numbers.full(1e4f, shape));
                  finite(probe, Numbers.normal(2, 1, shape));
                  finite(probe, Numbers.normal(2, 1e4, shape));
                  finite(probe, Numbers.normal(2, 1e-8, shape));
                }
              });
    }
  }

  private static void finite(Probe probe, Numbers x) {
    Gradients gradients = probe.gradients(x, 3, true);
    finite(gradients.y().values());
    finite(gradients.ofX());
    gradients.ofWeights().values().forEach(ContractTest::finite);
  }

  private static void finite(float[] numbers) {
    for (float number : numbers) {
      assertTrue(Float.isFinite(number));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void gradientReachesTheInputAndEveryParameter(Attention attention) {
    try (Probe probe = lively(attention)) {
      Gradients gradients = probe.gradients(input(attention, IMAGES, 7), 8, true);
      assertTrue(reached(gradients.ofX()), "the input");
    }
  }

  /** With weights that no ReLU shuts off; each of ten random ones may be. */
  private static Probe lively(Attention attention) {
    for (int seed = 0; seed < 10; seed++) {
      Probe probe = probe(attention).stirred(seed);
      Gradients gradients = probe.gradients(input(attention, IMAGES, 7), 8, true);
      if (gradients.ofWeights().values().stream().allMatch(ContractTest::reached)) {
        return probe;
      }
      probe.close();
    }
    throw new AssertionError("some parameter gets no gradient");
  }

  private static boolean reached(float[] gradient) {
    for (float number : gradient) {
      if (number != 0) {
        return true;
      }
    }
    return false;
  }

  /** Single precision against differences in double. */
  @ParameterizedTest
  @MethodSource("modules")
  void gradientsAreThoseOfFiniteDifferences(Attention attention) {
    try (Probe probe = lively(attention)) {
      Numbers x = input(attention, IMAGES, 7);
      for (boolean training : new boolean[] {true, false}) {
        double[][] slopes = probe.differences(x, 8, training, 12);
        Gradients gradients = probe.gradients(x, 8, training);
        near("x", slopes[0], gradients.ofX(), 0);
        for (Parameter p : probe.weights().trained().parameters()) {
          int from = probe.weights().trained().offset(p);
          near(p.name(), slopes[1], gradients.ofWeights().get(p.name()), from);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void gradientsOutliveAGarbageCollection(Attention attention) {
    try (Probe probe = lively(attention)) {
      Numbers x = input(attention, IMAGES, 7);
      Gradients before = probe.gradients(x, 8, true);
      Gradients after = probe.collecting().gradients(x, 8, true);
      assertArrayEquals(before.ofX(), after.ofX());
      before
          .ofWeights()
          .forEach((name, g) -> assertArrayEquals(g, after.ofWeights().get(name), name));
    }
  }

  private static void near(String name, double[] slopes, float[] gradient, int from) {
    double scale = 0;
    for (float g : gradient) {
      scale = Math.max(scale, Math.abs(g));
    }
    for (int i = 0; i < gradient.length; i++) {
      double slope = slopes[from + i];
      if (!Double.isNaN(slope)) {
        double apart = Math.abs(slope - gradient[i]) / Math.max(scale, SMALLEST);
        assertTrue(apart < CLOSE, name + "[" + i + "]: " + gradient[i] + ", not " + slope);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void imagesOfABatchDoNotSeeEachOther(Attention attention) {
    try (Probe probe = probe(attention).stirred(9)) {
      Numbers x = input(attention, 3, 10);
      Numbers together = probe.evaluate(x);
      for (int k = 0; k < 3; k++) {
        float[] alone = probe.evaluate(x.row(k)).values();
        assertArrayEquals(alone, together.row(k).values(), 1e-5f);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theOrderOfAxesInMemoryDoesNotMatter(Attention attention) {
    try (Probe probe = probe(attention).stirred(11)) {
      Numbers x = input(attention, IMAGES, 12);
      Gradients first = probe.gradients(x, 13, false);
      Gradients last = probe.channelsLast().gradients(x, 13, false);
      assertArrayEquals(first.y().values(), last.y().values(), 1e-5f);
      assertArrayEquals(first.ofX(), last.ofX(), 1e-5f);
      first
          .ofWeights()
          .forEach((name, g) -> assertArrayEquals(g, last.ofWeights().get(name), 1e-4f));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void leavesNoArrayBehindInAHundredSteps(Attention attention) {
    try (Probe probe = probe(attention)) {
      Numbers x = input(attention, 2, 14);
      probe.gradients(x, 15, true);
      int before = probe.weights().manager().getManagedArrays().size();
      for (int i = 0; i < 100; i++) {
        probe.gradients(x, 15, true);
      }
      probe.evaluate(x);
      assertEquals(before, probe.weights().manager().getManagedArrays().size());
    }
  }

  /** The gate is 1 + tanh(0) while the shifts are 0 (section 3.3). */
  @Test
  void gatedChannelTransformationStartsAsTheIdentity() {
    Attention gct = Modules.KINDS.get("\"gct\"");
    assumeTrue(gct != null);
    try (Probe probe = probe(gct)) {
      Numbers x = input(gct, 2, 16);
      assertArrayEquals(x.values(), probe.evaluate(x).values());
    }
  }

  /** Without the engine, on every two parts that go together. */
  @Test
  void everyModuleKeepsTheShapeAndCostsWhatItDeclares() {
    for (Map.Entry<String, Attention> entry : Modules.ALL.entrySet()) {
      for (Dims map : MAPS) {
        Parameters parameters = new Parameters();
        Attention attention = entry.getValue();
        Layer layer = Modules.layer(attention, parameters.scope(), map).orElse(null);
        if (layer != null) {
          Dims in = map.channels(attention.inputs() * map.channels());
          assertEquals(map, layer.trace(in, new Sheet()), entry::getKey);
          Cost said = attention.cost(map);
          assertEquals(numbers(parameters.trained()), said.params(), entry::getKey);
          assertEquals(numbers(parameters.buffers()), said.buffers(), entry::getKey);
        }
      }
    }
  }

  private static long numbers(List<Parameter> parameters) {
    return parameters.stream().mapToLong(Parameter::size).sum();
  }

  /** With the engine, what really goes through it. */
  @Test
  void everyPairOfPartsComputesWhatItTraces() {
    for (Map.Entry<String, Attention> entry : Modules.PAIRS.entrySet()) {
      try {
        computesWhatItTraces(entry.getValue());
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(entry.getKey() + ": " + e.getMessage(), e);
      }
    }
  }

  private static void computesWhatItTraces(Attention attention) {
    for (Dims map : MAPS) {
      Parameters parameters = new Parameters();
      Layer layer = Modules.layer(attention, parameters.scope(), map).orElse(null);
      if (layer != null) {
        Watched watched = Watched.of(layer);
        try (Probe probe = new Probe(parameters, watched, 0)) {
          Numbers y = probe.evaluate(Numbers.normal(1, 1, shape(attention, 2, map)));
          assertArrayEquals(dims(map), tail(y.shape()));
        }
        assertEquals(watched.macs(), attention.cost(map).macs());
        watched.runs().forEach(ContractTest::traced);
      }
    }
  }

  /** A part's trace tells the shape that the part really gives. */
  private static void traced(Watched.Run run) {
    long[] in = run.in();
    Dims dims = new Dims((int) in[1], (int) in[2], (int) in[3]);
    assertArrayEquals(dims(run.layer().trace(dims, new Sheet())), tail(run.out()));
  }

  private static long[] dims(Dims map) {
    return new long[] {map.channels(), map.height(), map.width()};
  }

  private static long[] tail(long[] shape) {
    return Arrays.copyOfRange(shape, 1, shape.length);
  }
}
