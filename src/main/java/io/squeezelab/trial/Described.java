package io.squeezelab.trial;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a network is described from. Thousands of arms that differ in their training alone have the
 * same one, and a description serves any number of trials, so the last ones are remembered.
 */
record Described(
    Backbone backbone, Dims image, int classes, Attention attention, Placement placement) {
  private static final int MOST = 100;

  private static final Map<Described, Network> KNOWN =
      new LinkedHashMap<>(MOST, 0.75f, true) { // those used longest ago go first
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Described, Network> eldest) {
          return size() > MOST;
        }
      };

  Network network() {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(
          this, one -> backbone.network(image, classes, attention, placement));
    }
  }
}
