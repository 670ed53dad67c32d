package io.squeezelab.experiment;

import java.util.List;

/**
 * One of the values of an axis.
 *
 * @param label short, and no other level of the axis has it
 * @param changes what it sets in the trial: one field, or several that go together
 */
record Level(String label, List<Change> changes) {
  Level {
    changes = List.copyOf(changes);
  }
}
