package io.squeezelab.trial;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.data.Border;
import io.squeezelab.data.Data;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Problem;
import io.squeezelab.train.Frozen;
import io.squeezelab.train.Train;
import java.nio.file.Path;
import java.util.Optional;

/** Everything about a trial but its seed: what an arm of an experiment repeats seed by seed. */
public record Recipe(
    Data data,
    Backbone backbone,
    @Default("none") Attention attention,
    @Default("{}") Placement placement,
    @Default("none") Start start,
    Train train) {

  /**
   * The network, described; needs no engine.
   *
   * @throws Problem if the parts do not fit together
   */
  public Network network() {
    int left = data.trainCount() - data.validation();
    if (data.trainCount() != Data.UNCOUNTED && train.batch() > left) {
      throw new Problem(
          "train.batch", "is " + train.batch() + ", but " + left + " images are left to train on");
    }
    if (train.select() == Train.Select.BEST && !data.validated()) {
      throw new Problem("train.select", "best needs a validation split; data.validation is 0");
    }
    rateFits();
    augmentFits();
    Network network =
        new Described(backbone, data.dims(), data.classes(), attention, placement).network();
    trained(network);
    return network;
  }

  /**
   * Numbers of the network that are trained: all but the frozen ones.
   *
   * @throws Problem if a pattern of {@code freeze} means nothing there
   */
  public long trained(Network network) {
    try {
      return Frozen.left(network.parameters(), train.freeze());
    } catch (Problem problem) {
      throw problem.under("train");
    }
  }

  /**
   * The same with its files found from this folder.
   *
   * @throws Problem if they are not there
   */
  public Recipe found(Path folder) {
    try {
      return new Recipe(data, backbone, attention, placement, start.located(folder), train);
    } catch (Problem problem) {
      throw problem.under("start");
    }
  }

  /** The same with its files known by what they hold. */
  public Recipe pinned() {
    try {
      return new Recipe(data, backbone, attention, placement, start.pinned(), train);
    } catch (Problem problem) {
      throw problem.under("start");
    }
  }

  /**
   * What of a weights file goes where; empty where there is none.
   *
   * @throws Problem if the parts do not fit together, or the file does not fit them
   */
  public Optional<Loading> loading() {
    Network network = network();
    try {
      return start.loading(network.parameters());
    } catch (Problem problem) {
      throw problem.under("start");
    }
  }

  private void rateFits() {
    try {
      train.rate().check(train.epochs());
    } catch (Problem problem) {
      Problem seen = problem.under("train.rate");
      String epochs = "; train.epochs is " + train.epochs();
      throw new Problem(seen.path(), seen.getMessage() + epochs);
    }
  }

  private void augmentFits() {
    int side = Math.min(data.dims().height(), data.dims().width());
    boolean mirrored = data.augment().border() == Border.REFLECT; // has no pixel for its own edge
    Check.atMost("data.augment.crop", mirrored ? side - 1 : side, data.augment().crop());
    Check.atMost("data.augment.cutout", side, data.augment().cutout());
  }

  /** Whether its trials are the same: equal but for where files are. */
  public boolean same(Recipe other) {
    return with(0).id().equals(other.with(0).id());
  }

  public Trial with(long seed) {
    return new Trial(data, backbone, attention, placement, start, train, seed);
  }
}
