package io.squeezelab.cli;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import io.squeezelab.experiment.Arm;
import io.squeezelab.trial.Recipe;

/**
 * A network that is to be measured, under the name that tables give it.
 *
 * @param input one image
 */
record Candidate(
    String label,
    Backbone backbone,
    Attention attention,
    Placement placement,
    Dims input,
    int classes) {

  static Candidate of(Arm arm) {
    Recipe recipe = arm.recipe();
    return new Candidate(
        arm.label(),
        recipe.backbone(),
        recipe.attention(),
        recipe.placement(),
        recipe.data().dims(),
        recipe.data().classes());
  }

  Network network() {
    return backbone.network(input, classes, attention, placement);
  }
}
