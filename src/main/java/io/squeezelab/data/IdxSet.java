package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.data.Data.Split;
import java.nio.file.Path;
import java.util.List;

/** What MNIST and the sets made to its measure share: four IDX files, counts and dimensions. */
final class IdxSet {
  static final Dims DIMS = new Dims(1, 28, 28);
  static final int TRAIN = 60_000;
  static final int TEST = 10_000;
  static final List<String> FILES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  private IdxSet() {}

  /**
   * @param official images of each class in this split
   */
  static Images load(String name, Source source, Split split, Shelf shelf, List<Integer> official) {
    Path folder = shelf.require(name, source);
    int first = split == Split.TRAIN ? 0 : 2;
    Images images =
        Idx.read(
            Blob.read(source.file(folder, FILES.get(first)).orElseThrow()),
            Blob.read(source.file(folder, FILES.get(first + 1)).orElseThrow()),
            split == Split.TRAIN ? TRAIN : TEST,
            DIMS,
            official.size());
    return Source.counted(images, official, folder);
  }
}
