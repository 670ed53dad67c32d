package io.squeezelab.trial;

import io.squeezelab.engine.Parameters;
import io.squeezelab.spec.Named;
import java.nio.file.Path;
import java.util.Optional;

/** The numbers that a network has before its first step. */
@Named("weights")
public sealed interface Start permits Start.None, FromWeights {

  /**
   * The same with files found from this folder.
   *
   * @throws io.squeezelab.spec.Problem if one is not there, or is no safetensors file
   */
  Start located(Path folder);

  /**
   * The same with files known by what they hold, which takes a look at all of it.
   *
   * @throws io.squeezelab.spec.Problem if one holds something else than is known of it
   */
  Start pinned();

  /**
   * What of a file goes where in a network; empty without a file.
   *
   * @throws io.squeezelab.spec.Problem if it does not fit
   */
  Optional<Loading> loading(Parameters network);

  /** Initial values, drawn from the seed. */
  @Named("none")
  record None() implements Start {
    @Override
    public Start located(Path folder) {
      return this;
    }

    @Override
    public Start pinned() {
      return this;
    }

    @Override
    public Optional<Loading> loading(Parameters network) {
      return Optional.empty();
    }
  }
}
