package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.search.Measure;
import io.squeezelab.search.Point;
import io.squeezelab.search.Ranking;
import io.squeezelab.search.RecordedArm;
import io.squeezelab.search.Simulation;
import io.squeezelab.spec.Trees;
import java.util.List;

/**
 * What simulated searches spent and found, beside all that is recorded.
 *
 * @param cost of the front
 * @param grid all arms
 * @param runs of the search, one for each seed
 */
record Simulations(
    Recording recording,
    Ranking ranking,
    Measure cost,
    Simulation grid,
    List<Simulated> runs,
    int workers) {

  /** The best of all arms. */
  RecordedArm best() {
    return recording.space().arm(ranking.order().get(0));
  }

  ObjectNode tree() {
    ObjectNode tree = Trees.object();
    tree.put("arms", recording.space().arms().size());
    tree.put("seeds", recording.seeds().size());
    tree.put("workers", workers);
    tree.put("best", best().label());
    tree.put("front", ranking.front(cost).size());
    spent(tree.putObject("all"), grid);
    ArrayNode each = tree.putArray("runs");
    runs.forEach(run -> each.add(tree(run)));
    return tree;
  }

  private ObjectNode tree(Simulated run) {
    ObjectNode tree = Trees.object();
    spent(tree, run.spent());
    Point found = run.found();
    tree.put("found", found == null ? null : recording.space().arm(found).label());
    tree.put("place", run.place());
    tree.set("regret", Trees.number(run.regret()));
    tree.put("front", run.front());
    tree.put("missed", run.best());
    return tree;
  }

  private static void spent(ObjectNode tree, Simulation run) {
    tree.put("trials", run.trials());
    tree.put("epochs", run.epochs());
    tree.put("busy-seconds", run.busy());
    tree.put("seconds", run.seconds());
    tree.put("completed", run.completed().size());
  }
}
