package io.squeezelab.data;

import io.squeezelab.data.Data.Split;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A set's official splits counted, and compared with what is published and with its constants. */
public record Audit(Data data, Map<Split, Census> splits) {
  /** Constants are written with eight decimals. */
  private static final double ROUNDING = 1e-8;

  public static Audit of(Data data, Shelf shelf) {
    Map<Split, Census> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      splits.put(split, Census.of(data.load(split, shelf), data.classes()));
    }
    return new Audit(data, splits);
  }

  /** The images' fingerprint is the published one; true where none is published. */
  public boolean official(Split split) {
    String found = splits.get(split).fingerprint();
    return data.source().map(s -> found.equals(s.fingerprints().get(split))).orElse(true);
  }

  /** The constants are the training images' mean and deviation. */
  public boolean normalised() {
    Census train = splits.get(Split.TRAIN);
    return near(train.mean(), data.mean()) && near(train.deviation(), data.deviation());
  }

  public boolean good() {
    return official(Split.TRAIN) && official(Split.TEST) && normalised();
  }

  private static boolean near(List<Double> found, List<Double> constants) {
    for (int c = 0; c < constants.size(); c++) {
      if (Math.abs(found.get(c) - constants.get(c)) > ROUNDING) {
        return false;
      }
    }
    return true;
  }
}
