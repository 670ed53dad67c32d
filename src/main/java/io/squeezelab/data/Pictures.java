package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.data.picture.Lens;
import io.squeezelab.data.picture.Unreadable;
import io.squeezelab.spec.BadInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Labelled images in files, which are decoded when they are asked for. Threads may share one. */
public final class Pictures implements Labelled {
  private final List<Path> files;
  private final int[] labels;
  private final Lens lens;
  private final boolean tolerant;
  private final int readers;
  private final Map<Path, String> faults;

  Pictures(List<Path> files, int[] labels, Lens lens) {
    this(files, labels, lens, false, 1, Map.of());
  }

  private Pictures(
      List<Path> files,
      int[] labels,
      Lens lens,
      boolean tolerant,
      int readers,
      Map<Path, String> faults) {
    this.files = List.copyOf(files);
    this.labels = labels;
    this.lens = lens;
    this.tolerant = tolerant;
    this.readers = readers;
    this.faults = faults;
  }

  /**
   * These without the files of which a quick look tells that they cannot be decoded.
   *
   * @param readers threads that may read at once
   * @throws BadInput if such files are to be refused, naming them
   */
  Pictures whole(ImageFolder.Corrupt corrupt, int readers) {
    Map<Path, String> found = Inspection.of(files, readers);
    if (!found.isEmpty() && corrupt == ImageFolder.Corrupt.REFUSE) {
      throw Inspection.refusal(found);
    }
    int[] good =
        IntStream.range(0, count()).filter(i -> !found.containsKey(files.get(i))).toArray();
    boolean skip = corrupt == ImageFolder.Corrupt.SKIP;
    Pictures kept = pick(good);
    return new Pictures(kept.files, kept.labels, lens, skip, readers, found);
  }

  @Override
  public Dims dims() {
    return new Dims(3, lens.side(), lens.side());
  }

  @Override
  public int[] labels() {
    return labels;
  }

  @Override
  public Pictures pick(int[] positions) {
    List<Path> picked = Arrays.stream(positions).mapToObj(files::get).toList();
    int[] classes = Arrays.stream(positions).map(i -> labels[i]).toArray();
    return new Pictures(picked, classes, lens, tolerant, readers, faults);
  }

  @Override
  public byte[] pixels(int position) {
    try {
      return still(position);
    } catch (Unreadable e) {
      throw refusal(position, e);
    }
  }

  /** What is said where this image is needed and cannot be decoded. */
  public BadInput refusal(int position, Unreadable reason) {
    return Inspection.refusal(Map.of(file(position), reason.getMessage()));
  }

  public Path file(int position) {
    return files.get(position);
  }

  /** The image as evaluation takes it, (H, W, C). */
  public byte[] still(int position) throws Unreadable {
    return lens.still(file(position));
  }

  /** The image changed at random for training, (H, W, C). */
  public byte[] varied(int position, SplittableRandom random) throws Unreadable {
    return lens.varied(file(position), random);
  }

  /** Whether files that cannot be decoded are left out; otherwise they end the trial. */
  public boolean tolerant() {
    return tolerant;
  }

  /** Threads that may decode at once. */
  public int readers() {
    return readers;
  }

  @Override
  public Map<Path, String> faults() {
    return faults;
  }

  @Override
  public String decoder() {
    return lens.decoder().name();
  }
}
