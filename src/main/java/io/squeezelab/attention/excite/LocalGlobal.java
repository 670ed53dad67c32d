package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Total;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Local and global relations together: the logits of {@code conv1d} and of {@code self-attention},
 * added. Parameters of the one under {@code local}, of the other under {@code global}; cost:
 * theirs.
 *
 * @param kernel size of the convolution's kernel, odd, or {@code eca}
 * @param heads of the attention
 * @param dim numbers of a query
 */
@From("convolution and attention over the channels together, this project")
public record LocalGlobal(
    @Default("eca") KernelSize kernel, @Default("1") int heads, @Default("8") int dim)
    implements Excite {
  public LocalGlobal {
    new SelfAttention(heads, dim); // holds them to its rules
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    Excite local = new Conv1d(kernel, 2, 1, 1, true, false);
    Excite global = new SelfAttention(heads, dim);
    Layer near = local.block(scope.in("local"), descriptor);
    Layer far = global.block(scope.in("global"), descriptor);
    return new Total(List.of(near, far), null);
  }
}
