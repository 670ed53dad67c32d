package io.squeezelab.train;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.ResnetCifar;
import io.squeezelab.backbone.Shortcut;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.data.Official;
import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A set of random images, brighter in one channel by class, the last class in none, and trainings
 * on it.
 */
public record Tiny(Dims dims, int trainCount, int testCount, int validation, Augment augment)
    implements Data.Custom {
  static final int CLASSES = 4;

  public static Tiny of(int validation, Augment augment) {
    return new Tiny(new Dims(3, 8, 8), 96, 60, validation, augment);
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public List<Double> mean() {
    return List.of(.4, .5, .6).subList(0, dims.channels());
  }

  @Override
  public List<Double> deviation() {
    return List.of(.2, .25, .3).subList(0, dims.channels());
  }

  @Override
  public Images load(Split split, Shelf shelf) {
    return images(split);
  }

  Images images(Split split) {
    int count = split == Split.TRAIN ? trainCount : testCount;
    Random random = new Random(split.ordinal());
    byte[] pixels = new byte[(int) (count * dims.size())];
    random.nextBytes(pixels);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(CLASSES);
      int from = (int) (i * dims.size());
      for (int k = labels[i];
          labels[i] < dims.channels() && k < dims.size();
          k += dims.channels()) {
        pixels[from + k] |= (byte) 0x80;
      }
    }
    return new Images(pixels, labels, dims);
  }

  /** What a training of a ResNet-8 on this set gives. */
  record Run(Metrics metrics, List<Epoch> history) {
    /** All numbers but the time they took. */
    String numbers() {
      StringBuilder text = new StringBuilder(metrics.toString());
      history.forEach(
          e ->
              text.append('\n')
                  .append(List.of(e.epoch(), e.rate(), e.loss(), e.top1()))
                  .append(List.of(e.validationLoss(), e.validationTop1())));
      return text.toString();
    }
  }

  Run run(String attention, String train, long seed) {
    return run(Bind.inline(Attention.class, attention), train, seed);
  }

  private Network network(Attention attention) {
    return new ResnetCifar(8, 4, Shortcut.A, false)
        .network(dims, CLASSES, attention, Placement.STANDARD);
  }

  /** Whether the network's few channels and positions are enough for this attention. */
  boolean fits(String attention) {
    try {
      network(Bind.inline(Attention.class, attention));
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  Run run(Attention attention, String train, long seed) {
    Network network = network(attention);
    Official official = new Official(images(Split.TRAIN), images(Split.TEST));
    Train recipe = Bind.inline(Train.class, train);
    try (Training training = new Training(network, this, recipe, seed, official, Hardware.CPU)) {
      List<Epoch> told = new ArrayList<>();
      Metrics metrics = training.run(told::add).orElseThrow();
      if (!told.equals(training.history())) {
        throw new AssertionError("the epochs told are not those of the history");
      }
      return new Run(metrics, told);
    }
  }
}
