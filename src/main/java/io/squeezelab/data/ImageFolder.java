package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.data.picture.Decoder;
import io.squeezelab.data.picture.Jitter;
import io.squeezelab.data.picture.Lens;
import io.squeezelab.data.picture.ResizedCrop;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pictures in files, a folder for each class, as ImageNet has them: {@code train/CLASS/*.jpg} and
 * {@code val/CLASS/*.jpg}. Files are decoded when they are needed. Classes are numbered in the
 * order of their folders' names.
 *
 * @param folder where the set is: an absolute path, or a name in one of a {@link Shelf}'s folders,
 *     there perhaps with a version behind it ({@code imagenette} is also {@code imagenette2-320})
 * @param classes how many there are, since a network is known before any file is read; the first
 *     ones in order where {@code of} is greater
 * @param of class folders of the whole set; 0 for as many as {@code classes}
 * @param imagesPerClass the first by path, of each class and split; 0 for all
 * @param splits names of the folders of the splits
 * @param size side of the images that networks take, in pixels
 * @param resize for evaluation: the shorter side before the middle is cut out
 * @param crop of training images
 * @param flip mirror a training image left to right with probability 1/2
 * @param jitter of training images
 * @param mean per channel, of pixels scaled to [0, 1]; ImageNet's by default
 * @param deviation likewise
 * @param corrupt what to do with files that cannot be decoded
 * @param augment what is done to batches; its {@code crop}, a border for small images, and {@code
 *     flip} must be left out
 */
public record ImageFolder(
    String folder,
    int classes,
    @Default("0") int of,
    @Default("0") int imagesPerClass,
    @Default("{}") SplitFolders splits,
    @Default("224") int size,
    @Default("256") int resize,
    @Default("{}") ResizedCrop crop,
    @Default("true") boolean flip,
    @Default("{}") Jitter jitter,
    @Default("[0.485, 0.456, 0.406]") List<Double> mean,
    @Default("[0.229, 0.224, 0.225]") List<Double> deviation,
    @Default("refuse") Corrupt corrupt,
    @Default("0") int validation,
    @Default("{}") Augment augment)
    implements Data {

  /** What to do with files that are empty, cut off, damaged, or no pictures. */
  public enum Corrupt {
    /** Nothing is trained; the message names them. */
    REFUSE,
    /** They are left out, named in the trial's log and counted in its result. */
    SKIP
  }

  public ImageFolder {
    Check.that(!folder.isBlank(), "folder", "must name a folder");
    Check.atLeast("classes", 2, classes);
    Check.that(
        of == 0 || of >= classes, "of", "must be 0 or at least classes, " + classes + ", is " + of);
    Check.atLeast("imagesPerClass", 0, imagesPerClass);
    Check.atLeast("size", 1, size);
    Check.atLeast("resize", size, resize);
    Check.that(mean.size() == 3, "mean", "must be three numbers, of red, green and blue");
    Check.that(deviation.size() == 3, "deviation", "must be three numbers, of red, green and blue");
    deviation.forEach(one -> Check.above("deviation", 0, one));
    Check.atLeast("validation", 0, validation);
    Check.that(
        validation == 0 || !splits.apart(),
        "validation",
        "must be 0: splits.validation names a folder of its own");
    Check.that(
        augment.crop() == 0,
        "augment.crop",
        "must be 0: a border is for small images; crop.scale and crop.ratio cut these");
    Check.that(!augment.flip(), "augment.flip", "must be left out: data.flip mirrors these images");
  }

  @Override
  public Dims dims() {
    return new Dims(3, size, size);
  }

  /** Only the files tell. */
  @Override
  public int trainCount() {
    return UNCOUNTED;
  }

  @Override
  public boolean validated() {
    return validation > 0 || splits.apart();
  }

  @Override
  public Optional<Path> place(Shelf shelf) {
    return FolderSearch.find(folder, whole(), shelf);
  }

  @Override
  public Pictures load(Split split, Shelf shelf) {
    return load(shelf, part(split), corrupt);
  }

  @Override
  public Optional<Pictures> heldOut(Shelf shelf) {
    return splits.apart() ? Optional.of(load(shelf, splits::validated, corrupt)) : Optional.empty();
  }

  Function<Path, ClassFolders> part(Split split) {
    return split == Split.TRAIN ? splits::trained : splits::tested;
  }

  Pictures load(Shelf shelf, Function<Path, ClassFolders> part, Corrupt corrupt) {
    Path root = require(shelf);
    Lens lens = new Lens(Decoder.best(), size, resize, crop, flip, jitter);
    return part.apply(root)
        .pictures(classNames(root), imagesPerClass, lens)
        .whole(corrupt, shelf.readers());
  }

  Path require(Shelf shelf) {
    return place(shelf).orElseThrow(() -> FolderSearch.missing(folder, whole(), shelf));
  }

  /** The folders of the classes that are taken. */
  List<String> classNames(Path root) {
    return splits.trained(root).require(whole()).subList(0, classes);
  }

  private int whole() {
    return of == 0 ? classes : of;
  }
}
