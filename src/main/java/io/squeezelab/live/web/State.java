package io.squeezelab.live.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.live.Phrases;
import io.squeezelab.live.Snapshot;
import io.squeezelab.report.Pictures.Picture;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;

/** {@code /state.json}: all that the page shows but the list of trials and the drawings. */
final class State {
  private State() {}

  static ObjectNode of(Snapshot snapshot, Store.View stored) {
    ObjectNode tree = Trees.object();
    tree.set("sweep", Print.tree(snapshot));
    tree.put("over", snapshot.phase().over());
    Phrases phrases = new Phrases(snapshot);
    ObjectNode words = tree.putObject("words");
    words.put("heading", phrases.heading());
    words.put("counts", phrases.counts());
    words.put("trouble", phrases.trouble());
    words.put("best", phrases.best());
    words.put("speed", phrases.speed());
    tree.put("results", stored.version());
    ArrayNode charts = tree.putArray("charts");
    for (Picture picture : stored.pictures().all()) {
      ObjectNode one = charts.addObject();
      one.put("name", picture.name());
      one.put("heading", picture.heading());
      one.put("description", picture.description());
    }
    tree.put("charts-missing", stored.pictures().missing());
    return tree;
  }
}
