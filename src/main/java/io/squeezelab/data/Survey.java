package io.squeezelab.data;

import io.squeezelab.data.picture.Decoder;
import io.squeezelab.data.picture.Unreadable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An image folder counted.
 *
 * @param classes names, in the order of their numbers
 * @param splits {@code train}, {@code validation} where the set has one of its own, {@code test}
 */
public record Survey(Path folder, String decoder, List<String> classes, Map<String, Split> splits) {

  /**
   * One split.
   *
   * @param counts files of each class, without the corrupt ones
   * @param corrupt files that cannot be decoded, and why: of all by that look, and of those below
   * @param decoded files that were decoded, spread evenly over the split
   * @param mean of each channel of those, as evaluation cuts them, scaled to [0, 1]
   * @param deviation likewise
   */
  public record Split(
      List<Integer> counts,
      Map<Path, String> corrupt,
      int decoded,
      List<Double> mean,
      List<Double> deviation) {

    public int images() {
      return counts.stream().mapToInt(i -> i).sum();
    }
  }

  /**
   * @param sample files of each split to decode, at most; 0 for all
   */
  public static Survey of(ImageFolder data, Shelf shelf, int sample) {
    Map<String, Function<Path, ClassFolders>> parts = new LinkedHashMap<>();
    parts.put("train", data.part(Data.Split.TRAIN));
    if (data.splits().apart()) {
      parts.put("validation", data.splits()::validated);
    }
    parts.put("test", data.part(Data.Split.TEST));
    Map<String, Split> splits = new LinkedHashMap<>();
    parts.forEach(
        (name, part) -> {
          Pictures pictures = data.load(shelf, part, ImageFolder.Corrupt.SKIP);
          splits.put(name, split(pictures, data.classes(), sample));
        });
    Path folder = data.require(shelf);
    return new Survey(folder, Decoder.best().name(), data.classNames(folder), splits);
  }

  private static Split split(Pictures pictures, int classes, int sample) {
    int count = pictures.count();
    int taken = sample == 0 ? count : Math.min(sample, count);
    Map<Path, String> corrupt = new ConcurrentSkipListMap<>(pictures.faults());
    ChannelSums sums = new ChannelSums(pictures.dims().channels());
    Inspection.together(
        pictures.readers(),
        () ->
            IntStream.range(0, taken)
                .parallel()
                .map(i -> (int) ((long) i * count / taken))
                .forEach(position -> add(pictures, position, sums, corrupt)));
    int[] counts = pictures.counts(classes);
    int undecoded = corrupt.size() - pictures.faults().size();
    IntStream.range(0, count)
        .filter(position -> corrupt.containsKey(pictures.file(position)))
        .forEach(position -> counts[pictures.labels()[position]]--);
    return new Split(
        Arrays.stream(counts).boxed().toList(),
        corrupt,
        taken - undecoded,
        sums.mean(),
        sums.deviation());
  }

  private static void add(
      Pictures pictures, int position, ChannelSums sums, Map<Path, String> corrupt) {
    try {
      ChannelSums one = new ChannelSums(pictures.dims().channels());
      one.add(pictures.still(position));
      synchronized (sums) {
        sums.add(one);
      }
    } catch (Unreadable e) {
      corrupt.put(pictures.file(position), e.getMessage());
    }
  }

  public boolean good() {
    return splits.values().stream().allMatch(split -> split.corrupt.isEmpty());
  }
}
