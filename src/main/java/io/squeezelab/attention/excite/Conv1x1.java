package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * One 1x1 convolution with as many outputs as inputs: W·z + b at every position. Unlike {@code fc}
 * it always works on the channel axis: where the channels are not kept it is one weight and one
 * bias for all positions. Parameters {@code weight} (C', C') and, if wanted, {@code bias} (C'),
 * where C' is C or 1; cost: C'² multiply-adds per kept position.
 */
@From("an SE block whose excitation is one 1x1 convolution, this project")
public record Conv1x1(@Default("true") boolean bias) implements Excite {
  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    int channels = descriptor.single("conv1x1").channels();
    return Pointwise.of(scope, channels, channels, bias);
  }
}
