package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums over what all gates of a network give, batch by batch. */
final class GateTally {
  private static final long AT_ONCE = 1 << 20;

  private final List<String> classes;
  private final int[] images;
  private final Map<String, GateSums> places = new LinkedHashMap<>();

  GateTally(List<String> classes) {
    this.classes = classes;
    images = new int[classes.size()];
  }

  /** The gates on the validation split, or on the test split where there is none. */
  static Gates of(Evaluation evaluation, Stores stores, List<String> classes) {
    boolean held = stores.validation() != null;
    GateTally tally = new GateTally(classes);
    evaluation.of(held ? stores.validation() : stores.test(), tally);
    return tally.result(held ? Gates.Split.VALIDATION : Gates.Split.TEST);
  }

  /**
   * Who looks at the next batch.
   *
   * @param labels (N)
   */
  Pass.Observer batch(NDArray labels) {
    int[] numbers = Arrays.stream(labels.toLongArray()).mapToInt(Math::toIntExact).toArray();
    Arrays.stream(numbers).forEach(label -> images[label]++);
    Map<String, Integer> uses = new HashMap<>();
    return (place, weights) -> {
      int use = uses.merge(place, 1, Integer::sum);
      add(use == 1 ? place : place + "#" + use, weights, numbers);
    };
  }

  /** A map for each image can be large, so some images are taken at a time. */
  private void add(String place, NDArray weights, int[] labels) { // (N, C, H, W)
    long[] s = weights.getShape().getShape();
    if (s[0] != labels.length) {
      String gave = place + " gave weights for " + s[0] + " images";
      throw new IllegalStateException(gave + ", there are " + labels.length);
    }
    Dims dims = new Dims((int) s[1], (int) s[2], (int) s[3]);
    GateSums sums = places.computeIfAbsent(place, p -> new GateSums(dims, images.length));
    int size = (int) sums.weights().size();
    int some = (int) Math.max(1, AT_ONCE / size);
    for (int first = 0; first < labels.length; first += some) {
      int end = Math.min(labels.length, first + some);
      try (NDArray part = Shapes.narrow(weights, 0, first, end)) {
        float[] numbers = part.toFloatArray();
        for (int i = first; i < end; i++) {
          sums.add(labels[i], numbers, (i - first) * size);
        }
      }
    }
  }

  Gates result(Gates.Split split) {
    return new Gates(
        split,
        classes,
        Arrays.stream(images).boxed().toList(),
        GateSums.NEAR,
        GateSums.FROM,
        GateSums.WIDTH,
        places.entrySet().stream().map(e -> e.getValue().result(e.getKey())).toList());
  }
}
