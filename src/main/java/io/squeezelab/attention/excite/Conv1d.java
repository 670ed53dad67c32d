package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.ChannelConv;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Local relations: one small kernel slides along the channels (or the one kept axis), zero padded,
 * without bias. Parameter {@code weight} (1, S, k); cost: k·C multiply-adds per kept position.
 *
 * @param kernel its odd size, or {@code eca} for the size that ECA's rule gives for C channels
 */
@From(value = "ECA-Net, equations 9 and 12", link = "https://arxiv.org/abs/1910.03151")
public record Conv1d(@Default("eca") KernelSize kernel) implements Excite {
  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    descriptor.single("conv1d");
    return Along.relation(descriptor, length -> ChannelConv.of(scope, size(length)));
  }

  /** Farther from its middle than length - 1, a kernel would only meet padding. */
  private int size(int length) {
    int most = 2 * length - 1;
    int size = kernel.of(length);
    String allowed = "must be at most " + most + " on an axis of " + length;
    Check.that(size <= most, "", "conv1d's kernel " + allowed + " (2 * length - 1), is " + size);
    return size;
  }
}
