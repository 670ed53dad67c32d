package io.squeezelab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Walk;
import java.util.Arrays;
import java.util.List;
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

  private static final long[] SHAPE = shape(2, Modules.MAP);

  static List<Named<Attention>> modules() {
    return Modules.named();
  }

  private static long[] shape(int images, Dims map) {
    return new long[] {images, map.channels(), map.height(), map.width()};
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
        Modules.ALL.values().stream()
            .filter(SqueezeExcite.class::isInstance)
            .map(SqueezeExcite.class::cast)
            .map(part)
            .toList();
    Walk.members(family)
        .forEach(m -> assertTrue(tried.contains(Bind.read(family, m)), m + " fits no module"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void keepsTheShape(Attention attention) {
    try (Probe probe = probe(attention)) {
      assertArrayEquals(SHAPE, probe.evaluate(Numbers.normal(2, 1, SHAPE)).shape());
    }
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
                  long[] shape = shape(2, map);
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
      Gradients gradients = probe.gradients(Numbers.normal(7, 1, SHAPE), 8, true);
      assertTrue(reached(gradients.ofX()), "the input");
    }
  }

  /** With weights that no ReLU shuts off; each of ten random ones may be. */
  private static Probe lively(Attention attention) {
    for (int seed = 0; seed < 10; seed++) {
      Probe probe = probe(attention).stirred(seed);
      Gradients gradients = probe.gradients(Numbers.normal(7, 1, SHAPE), 8, true);
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

  /** Single precision against differences in double, with a garbage collection in between. */
  @ParameterizedTest
  @MethodSource("modules")
  void gradientsAreThoseOfFiniteDifferences(Attention attention) {
    try (Probe probe = lively(attention)) {
      Numbers x = Numbers.normal(7, 1, SHAPE);
      for (boolean training : new boolean[] {true, false}) {
        double[][] slopes = probe.differences(x, 8, training, 30);
        Gradients gradients = probe.collecting().gradients(x, 8, training);
        near("x", slopes[0], gradients.ofX(), 0);
        for (Parameter p : probe.weights().trained().parameters()) {
          int from = probe.weights().trained().offset(p);
          near(p.name(), slopes[1], gradients.ofWeights().get(p.name()), from);
        }
      }
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
        double apart = Math.abs(slope - gradient[i]) / Math.max(scale, 1e-3);
        assertTrue(apart < CLOSE, name + "[" + i + "]: " + gradient[i] + ", not " + slope);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void imagesOfABatchDoNotSeeEachOther(Attention attention) {
    try (Probe probe = probe(attention).stirred(9)) {
      Numbers x = Numbers.normal(10, 1, shape(3, Modules.MAP));
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
      Numbers x = Numbers.normal(12, 1, SHAPE);
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
  @MethodSource("modules")
  void leavesNoArrayBehind(Attention attention) {
    try (Probe probe = probe(attention)) {
      Numbers x = Numbers.normal(14, 1, SHAPE);
      probe.gradients(x, 15, true);
      int before = probe.weights().manager().getManagedArrays().size();
      for (int i = 0; i < 20; i++) {
        probe.gradients(x, 15, true);
        probe.evaluate(x);
      }
      assertEquals(before, probe.weights().manager().getManagedArrays().size());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void costsWhatItSays(Attention attention) {
    for (Dims map : List.of(Modules.MAP, new Dims(32, 1, 1), new Dims(7, 4, 6))) {
      Parameters parameters = new Parameters();
      Layer layer;
      try {
        layer = attention.block(parameters.scope(), map);
      } catch (Problem refused) {
        continue;
      }
      Cost said = attention.cost(map);
      assertEquals(parameters.trained().stream().mapToLong(Parameter::size).sum(), said.params());
      assertEquals(parameters.buffers().stream().mapToLong(Parameter::size).sum(), said.buffers());
      Watched watched = Watched.of(layer);
      try (Probe probe = new Probe(parameters, watched, 0)) {
        probe.evaluate(Numbers.normal(1, 1, shape(2, map)));
      }
      assertEquals(watched.macs(), said.macs());
      watched.runs().forEach(ContractTest::traced);
    }
  }

  /** A part's trace tells the shape that the part really gives. */
  private static void traced(Watched.Run run) {
    Dims in = new Dims((int) run.in()[1], (int) run.in()[2], (int) run.in()[3]);
    Dims out = run.layer().trace(in, new Sheet());
    assertArrayEquals(new long[] {out.channels(), out.height(), out.width()}, tail(run.out()));
  }

  private static long[] tail(long[] shape) {
    return Arrays.copyOfRange(shape, 1, shape.length);
  }
}
