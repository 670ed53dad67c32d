package io.squeezelab.data;

import io.squeezelab.data.Data.Split;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A set's official splits counted, and compared with what is published and with its constants.
 *
 * @param downloaded its files are those that are published, byte for byte
 */
public record Audit(Data data, Map<Split, Census> splits, boolean downloaded) {
  /** Constants are written with eight decimals. */
  private static final double ROUNDING = 1e-8;

  public static Audit of(Data data, Shelf shelf) {
    Map<Split, Census> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      splits.put(split, Census.of(data.load(split, shelf), data.classes()));
    }
    return new Audit(data, splits, downloaded(data, shelf));
  }

  /** Asked only where no fingerprint is known: it reads every file again. */
  private static boolean downloaded(Data data, Shelf shelf) {
    return data.source()
        .filter(source -> source.fingerprints().isEmpty())
        .flatMap(source -> shelf.find(source).map(source::downloaded))
        .orElse(false);
  }

  /** Whether the images are those that were published. */
  public enum Verdict {
    /** By the images' fingerprint, or because the files are the very ones that are published. */
    OFFICIAL,
    /** By the images' fingerprint. */
    OTHER,
    /** No fingerprint is known, and the files are packed in another way than the published. */
    UNKNOWN
  }

  public Verdict verdict(Split split) {
    String published = data.source().map(s -> s.fingerprints().get(split)).orElse(null);
    if (published == null) {
      return downloaded ? Verdict.OFFICIAL : Verdict.UNKNOWN;
    }
    boolean same = published.equals(splits.get(split).fingerprint());
    return same ? Verdict.OFFICIAL : Verdict.OTHER;
  }

  /** The constants are the training images' mean and deviation. */
  public boolean normalised() {
    Census train = splits.get(Split.TRAIN);
    return near(train.mean(), data.mean()) && near(train.deviation(), data.deviation());
  }

  /** Nothing speaks against the images. */
  public boolean good() {
    boolean other = splits.keySet().stream().anyMatch(s -> verdict(s) == Verdict.OTHER);
    return !other && normalised();
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
