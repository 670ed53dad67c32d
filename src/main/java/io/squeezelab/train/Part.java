package io.squeezelab.train;

import io.squeezelab.spec.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parts of a network that have a name of their own in experiment files. */
enum Part {
  /** Kernels of convolutions and their biases, outside attention. */
  CONVOLUTIONS {
    @Override
    boolean holds(String name, Anatomy network) {
      return network.convolution(name) && !CLASSIFIER.holds(name, network);
    }
  },
  /** Normalisations with their running statistics, outside attention. */
  NORMS {
    @Override
    boolean holds(String name, Anatomy network) {
      return network.norm(name);
    }
  },
  /** All that is in an attention. */
  ATTENTION {
    @Override
    boolean holds(String name, Anatomy network) {
      return Anatomy.inAttention(name);
    }
  },
  /** The layer that gives the logits. */
  CLASSIFIER {
    @Override
    boolean holds(String name, Anatomy network) {
      return network.classifier(name);
    }
  },
  ALL_BUT_CLASSIFIER {
    @Override
    boolean holds(String name, Anatomy network) {
      return !network.classifier(name);
    }
  };

  abstract boolean holds(String name, Anatomy network);

  private String word() {
    return Names.kebab(name());
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Part::word).toList();
  }

  static Optional<Part> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
  }
}
