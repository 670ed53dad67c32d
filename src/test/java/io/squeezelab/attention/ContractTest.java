package io.squeezelab.attention;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
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
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every attention module promises, whatever it is made of. */
@Tag("engine")
class ContractTest {
  /** Of finite differences in double precision. */
  private static final double SLOPE = 1e-5;

  /** Of a module's largest gradient; batch norm of few numbers enlarges what was rounded. */
  private static final double ROUNDED = 1e-4;

  /** Of two, batch norm makes -1 and 1 whatever they are: no gradient but rounding. */
  private static final int IMAGES = 6;

  private static final List<Dims> MAPS =
      List.of(Modules.MAP, new Dims(32, 1, 1), new Dims(7, 4, 6));

  /** All that fail are listed, by the text of the module. */
  private static void each(Map<String, Attention> set, Consumer<Attention> check) {
    assertAll(
        set.entrySet().stream()
            .map(
                entry ->
                    () -> {
                      try {
                        check.accept(entry.getValue());
                      } catch (RuntimeException | AssertionError e) {
                        throw new AssertionError(entry.getKey() + ": " + e.getMessage(), e);
                      }
                    }));
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

  @Test
  void staysFiniteOnHardInputs() {
    each(Modules.COVER, ContractTest::hardInputs);
  }

  private static void hardInputs(Attention attention) {
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

  @Test
  void gradientReachesTheInputAndEveryParameter() {
    each(Modules.COVER, ContractTest::reached);
  }

  private static void reached(Attention attention) {
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

  /**
   * In double precision, where a wrong gradient tells itself from a rounded one; then in single,
   * where a sum may lose what its terms had.
   */
  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    each(Modules.COVER, ContractTest::differences);
  }

  private static void differences(Attention attention) {
    try (Probe probe = lively(attention)) {
      Numbers x = input(attention, IMAGES, 7);
      boolean same = probe.weights().buffers().parameters().isEmpty();
      for (boolean training : same ? new boolean[] {true} : new boolean[] {true, false}) {
        double[][] slopes = probe.differences(x, 8, training);
        double[][] gradients = probe.doubles(x, 8, training);
        Gradients single = probe.gradients(x, 8, training);
        double largest = Math.max(largest(gradients[0]), largest(gradients[1]));
        double allowed = ROUNDED * largest;
        near("x", slopes[0], gradients[0], SLOPE);
        near("x", gradients[0], wide(single.ofX()), allowed);
        for (Parameter p : probe.weights().trained().parameters()) {
          int from = probe.weights().trained().offset(p);
          double[] its = Arrays.copyOfRange(gradients[1], from, from + p.size());
          double[] slope = Arrays.copyOfRange(slopes[1], from, from + p.size());
          near(p.name(), slope, its, SLOPE * Math.max(1, largest(its)));
          double[] rounded = wide(single.ofWeights().get(p.name()));
          near(p.name(), its, rounded, allowed);
        }
      }
    }
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }

  private static double[] wide(float[] numbers) {
    double[] wide = new double[numbers.length];
    Arrays.setAll(wide, i -> numbers[i]);
    return wide;
  }

  /** Passes over what was not asked for, NaN. */
  private static void near(String name, double[] expected, double[] found, double allowed) {
    for (int i = 0; i < found.length; i++) {
      if (Math.abs(expected[i] - found[i]) > allowed) {
        fail(name + "[" + i + "]: " + found[i] + ", not " + expected[i]);
      }
    }
  }

  @Test
  void gradientsOutliveAGarbageCollection() {
    each(Modules.KINDS, ContractTest::garbage);
  }

  private static void garbage(Attention attention) {
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

  @Test
  void imagesOfABatchDoNotSeeEachOther() {
    each(Modules.COVER, ContractTest::alone);
  }

  private static void alone(Attention attention) {
    try (Probe probe = probe(attention).stirred(9)) {
      Numbers x = input(attention, 3, 10);
      Numbers together = probe.evaluate(x);
      for (int k = 0; k < 3; k++) {
        float[] alone = probe.evaluate(x.row(k)).values();
        same("image " + k, together.row(k).values(), alone, Math.max(1, largest(wide(alone))));
      }
    }
  }

  @Test
  void theOrderOfAxesInMemoryDoesNotMatter() {
    each(Modules.COVER, ContractTest::lastAndFirst);
  }

  private static void lastAndFirst(Attention attention) {
    try (Probe probe = probe(attention).stirred(11)) {
      Numbers x = input(attention, IMAGES, 12);
      Gradients first = probe.gradients(x, 13, false);
      Gradients last = probe.channelsLast().gradients(x, 13, false);
      double scale = Math.max(1, largest(wide(first.ofX())));
      for (float[] g : first.ofWeights().values()) {
        scale = Math.max(scale, largest(wide(g)));
      }
      same("y", first.y().values(), last.y().values(), scale);
      same("x", first.ofX(), last.ofX(), scale);
      for (String name : first.ofWeights().keySet()) {
        same(name, first.ofWeights().get(name), last.ofWeights().get(name), scale);
      }
    }
  }

  private static void same(String name, float[] one, float[] other, double scale) {
    near(name, wide(one), wide(other), 1e-4 * scale);
  }

  @Test
  void leavesNoArrayBehindInAHundredSteps() {
    each(Modules.KINDS, ContractTest::hundredSteps);
  }

  private static void hundredSteps(Attention attention) {
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
    each(Modules.ALL, ContractTest::declares);
  }

  private static void declares(Attention attention) {
    for (Dims map : MAPS) {
      Parameters parameters = new Parameters();
      Layer layer = Modules.layer(attention, parameters.scope(), map).orElse(null);
      if (layer != null) {
        Dims in = map.channels(attention.inputs() * map.channels());
        assertEquals(map, layer.trace(in, new Sheet()));
        Cost said = attention.cost(map);
        assertEquals(numbers(parameters.trained()), said.params());
        assertEquals(numbers(parameters.buffers()), said.buffers());
      }
    }
  }

  private static long numbers(List<Parameter> parameters) {
    return parameters.stream().mapToLong(Parameter::size).sum();
  }

  /** With the engine, what really goes through it. */
  @Test
  void everyPairOfPartsComputesWhatItTraces() {
    each(Modules.PAIRS, ContractTest::computesWhatItTraces);
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
