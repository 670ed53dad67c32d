package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Descriptor;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import java.util.List;
import java.util.function.Function;

/** How several statistics of the same positions become one descriptor. */
public enum Meeting {
  /** Each goes through the same excitation by itself; their logits are added. */
  LOGITS(true, d -> d.shape().channels(d.shape().channels() / d.statistics())),
  /** Stacked along the channel axis, in the order in which they are named. */
  CONCAT(true, d -> d.shape().channels(1)),
  SUM(false, Descriptor::shape),
  MEAN(false, Descriptor::shape);

  private final boolean stacks;
  private final Function<Descriptor, Dims> alike;

  Meeting(boolean stacks, Function<Descriptor, Dims> alike) {
    this.stacks = stacks;
    this.alike = alike;
  }

  /** What must be the same in all descriptors that meet so. */
  Dims alike(Descriptor descriptor) {
    return alike.apply(descriptor);
  }

  /** What they are together. */
  Descriptor of(List<Descriptor> parts) {
    Descriptor first = parts.get(0);
    int channels = parts.stream().mapToInt(part -> part.shape().channels()).sum();
    int statistics = parts.stream().mapToInt(Descriptor::statistics).sum();
    Dims stacked = first.shape().channels(channels);
    return stacks ? new Descriptor(first.keep(), first.map(), stacked, statistics) : first;
  }

  /** Their arrays together; leaves them open. */
  NDArray of(Pass pass, List<NDArray> parts) {
    if (stacks) {
      return Shapes.concat(1, parts);
    }
    NDArray sum = Ops.add(parts.get(0), parts.get(1));
    for (NDArray part : parts.subList(2, parts.size())) {
      Ops.addInto(sum, part);
    }
    return this == SUM ? sum : Ops.mulInto(sum, pass.constant(1.0 / parts.size()));
  }
}
