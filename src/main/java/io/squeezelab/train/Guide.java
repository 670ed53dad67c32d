package io.squeezelab.train;

/** Goes along with a training, and says where it is to pause. */
public interface Guide {
  /** An epoch is finished. */
  void epoch(Epoch epoch);

  /**
   * Asked before every step, before every validation and before the test. It may look at the
   * training's {@link Training#progress} and {@link Training#arrays}, and may take its time: that
   * does not count as time of the epoch.
   *
   * @param epoch under way, from 1; after the last one, before the test, one more
   * @param step of the epoch, from 0, that would be next; as many as an epoch has before its
   *     validation
   * @return false for the training to end here
   */
  default boolean goesOn(int epoch, int step) {
    return true;
  }
}
