package io.squeezelab.layer;

import io.squeezelab.engine.Init;
import io.squeezelab.engine.Scope;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Named;

/** Which normalisation a part has after a linear map; the shape stays. */
public sealed interface Norm permits Norm.None, Norm.Batch, Norm.Channels, Norm.Custom {

  /** The layer for this many channels; its parameters lie directly in the scope. */
  Layer block(Scope scope, int channels);

  /** No normalisation. */
  @Named("none")
  record None() implements Norm {
    @Override
    public Layer block(Scope scope, int channels) {
      return Layer.IDENTITY;
    }
  }

  /**
   * Batch normalisation.
   *
   * @param momentum share of the new in the running statistics, PyTorch's sense
   */
  @Named("batch")
  @From(value = "Batch Normalization", link = "https://arxiv.org/abs/1502.03167")
  record Batch(@Default("0.1") double momentum, @Default("1e-5") double eps) implements Norm {
    public Batch {
      Check.within("momentum", 0, 1.000001, momentum);
      Check.above("eps", 0, eps);
    }

    @Override
    public Layer block(Scope scope, int channels) {
      return BatchNorm.of(scope, channels, Init.ONES, momentum, eps);
    }
  }

  /**
   * Layer normalisation: over the channels of each position. Of one channel alone it leaves its
   * bias, whatever the value, so that nothing is learned of the map; a wider middle avoids that.
   */
  @Named("layer")
  @From(value = "Layer Normalization", link = "https://arxiv.org/abs/1607.06450")
  record Channels(@Default("1e-5") double eps) implements Norm {
    public Channels {
      Check.above("eps", 0, eps);
    }

    @Override
    public Layer block(Scope scope, int channels) {
      return LayerNorm.of(scope, channels, eps);
    }
  }

  /** For normalisations from other jars and cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Norm {}
}
