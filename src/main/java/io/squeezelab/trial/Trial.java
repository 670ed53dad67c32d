package io.squeezelab.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.data.Data;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Print;
import io.squeezelab.train.Train;

/** One network, trained once, from one seed. */
public record Trial(
    Data data,
    Backbone backbone,
    @Default("none") Attention attention,
    @Default("{}") Placement placement,
    @Default("none") Start start,
    Train train,
    long seed) {
  public Recipe recipe() {
    return new Recipe(data, backbone, attention, placement, start, train);
  }

  /**
   * What makes two trials the same: 12 hex digits of the SHA-256 of the canonical form. Fields at
   * their defaults do not count, so that a new field leaves the identity of old trials as it is; of
   * a weights file its content counts, and not where it is.
   */
  public String id() {
    return Identity.of(recipe()).id(seed);
  }

  /** The resolved form, with every value. */
  public JsonNode resolved() {
    return Print.tree(this);
  }
}
