package io.squeezelab.trial;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.fuse.Fuse;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.inputs.Inputs;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.data.Data;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Norm;
import io.squeezelab.train.Optimizer;
import io.squeezelab.train.Rate;
import java.util.List;

/** The families whose variants a trial is put together from, in the order of the catalogue. */
public final class Families {
  public static final List<Class<?>> ALL =
      List.of(
          Attention.class,
          Squeeze.class,
          Excite.class,
          Gate.class,
          Apply.class,
          Inputs.class,
          Fuse.class,
          Activation.class,
          Norm.class,
          Backbone.class,
          Data.class,
          Optimizer.class,
          Rate.class);

  private Families() {}
}
