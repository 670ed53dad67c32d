package io.squeezelab.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.data.Data;
import io.squeezelab.data.Official;
import io.squeezelab.data.Shelf;
import io.squeezelab.spec.Print;
import java.util.List;

/** The images of the set that was read last, kept for the next trial. */
final class LastSet {
  private final Shelf shelf;
  private ObjectNode which;
  private Official official;

  LastSet(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Reads a set, unless it is the one that was read last. */
  Official of(Data data) {
    ObjectNode wanted = (ObjectNode) Print.tree(data);
    wanted.remove(List.of("validation", "augment"));
    if (!wanted.equals(which)) {
      official = null; // so that two sets are never in memory at once
      official = Official.load(data, shelf);
      which = wanted;
    }
    return official;
  }

  /**
   * Where the images of a set came from.
   *
   * @param leftOut files that could not be decoded
   * @return null where images are stored as pixels
   */
  Provenance.Files files(Data data, int leftOut) {
    String decoder = of(data).train().decoder();
    return data.place(shelf)
        .filter(folder -> !decoder.isEmpty())
        .map(folder -> new Provenance.Files(folder.getFileName().toString(), decoder, leftOut))
        .orElse(null);
  }
}
