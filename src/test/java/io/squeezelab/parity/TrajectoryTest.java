package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.backbone.Network;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Bind;
import io.squeezelab.train.Span;
import io.squeezelab.train.Stepper;
import io.squeezelab.train.Train;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole trainings follow PyTorch's, step by step. */
@Tag("engine")
class TrajectoryTest {
  private static final double CLOSE = 1e-4;

  static Stream<Named<JsonNode>> trajectories() {
    return Reference.cases("trajectory").map(c -> Named.of(c.get("name").asText(), c));
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void followsPyTorchOverEveryStep(JsonNode test) {
    Torch.start(Hardware.CPU, 1);
    Tensors reference = Reference.tensors(test);
    Network network = Reference.network(test);
    Train train = Bind.inline(Train.class, recipe(test));
    int steps = test.get("steps").asInt();
    try (Weights weights = new Weights(network.parameters(), Hardware.CPU, 0)) {
      Map<String, float[]> initial = Reference.ours(reference.under("init."));
      assertEquals(weights.copy().keySet(), initial.keySet());
      weights.load(initial);
      Stepper stepper = new Stepper(network.layers(), weights, train, new Span(steps, 1));
      float[] losses = new float[steps];
      for (int t = 0; t < steps; t++) {
        try (NDManager step = weights.manager().newSubManager()) {
          String batch = "batch." + t + ".";
          Stepper.Trace trace =
              stepper.step(
                  step.create(reference.floats(batch + "x"), shape(reference, batch + "x")),
                  step.create(reference.longs(batch + "y")));
          losses[t] = trace.loss().getFloat();
          if (trace.gradientNorm() != null) {
            assertEquals(reference.floats("grad_norm")[t], trace.gradientNorm().getFloat(), 1e-4);
          }
        }
        System.gc();
        if (t == 0) {
          near(reference, "after1.", weights);
        }
      }
      assertTrue(Tensors.difference(reference.floats("loss"), losses) < CLOSE);
      near(reference, "final.", weights);
      assertTrue(
          Tensors.difference(reference.floats("eval.logits"), logits(network, weights, reference))
              < CLOSE);
    }
  }

  private static void near(Tensors reference, String prefix, Weights weights) {
    Map<String, float[]> actual = weights.copy();
    Reference.ours(reference.under(prefix))
        .forEach(
            (name, expected) -> {
              double difference = Tensors.difference(expected, actual.get(name));
              assertTrue(difference < CLOSE, prefix + name + " is off by " + difference);
            });
  }

  private static float[] logits(Network network, Weights weights, Tensors reference) {
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray x = step.create(reference.floats("eval.x"), shape(reference, "eval.x"));
      return network.layers().forward(weights.evaluating(step), x).toFloatArray();
    }
  }

  private static Shape shape(Tensors reference, String name) {
    return new Shape(reference.shape(name));
  }

  /** The training of a case in our own words; one step is one epoch, so epochs count steps. */
  private static String recipe(JsonNode test) {
    JsonNode o = test.get("optimizer");
    boolean all = o.get("weight_decay_scope").asText().equals("all");
    String decay =
        "weight-decay: %s, decay-norm-and-bias: %s".formatted(o.get("weight_decay").asText(), all);
    String optimizer =
        o.get("type").asText().equals("sgd")
            ? "{type: sgd, momentum: %s, nesterov: %s, %s}"
                .formatted(o.get("momentum").asText(), o.get("nesterov").asText(), decay)
            : "{type: adamw, beta1: %s, beta2: %s, eps: %s, %s}"
                .formatted(
                    o.get("beta1").asText(),
                    o.get("beta2").asText(),
                    yaml(o.get("eps").asDouble()),
                    decay);
    String fields =
        "epochs: %d, batch: %d, optimizer: %s, rate: %s, label-smoothing: %s, clip: %s,"
            + " micro-batch: %d";
    return "{%s}"
        .formatted(fields)
        .formatted(
            test.get("steps").asInt(),
            test.get("batch").asInt(),
            optimizer,
            rate(test.get("schedule")),
            test.at("/loss/label_smoothing").asText(),
            test.get("gradient_clipping").asText("0"),
            test.path("micro_batch").asInt(0));
  }

  private static String rate(JsonNode schedule) {
    String base = schedule.get("base_lr").asText();
    return switch (schedule.get("type").asText()) {
      case "constant" -> "{type: constant, base: " + base + "}";
      case "cosine_warmup" ->
          "{type: cosine, base: %s, warm-up: %s, floor: %s}"
              .formatted(
                  base, schedule.get("warmup_steps").asText(), schedule.get("min_lr").asText());
      case "multistep" ->
          "{type: multistep, base: %s, milestones: %s, factor: %s}"
              .formatted(base, schedule.get("milestones"), schedule.get("gamma").asText());
      default -> throw new AssertionError(schedule);
    };
  }

  private static String yaml(double number) {
    return String.format(Locale.ROOT, "%.12f", number);
  }
}
