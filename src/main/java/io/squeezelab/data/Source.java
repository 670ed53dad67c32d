package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is published about a set: whose it is, its files, where they come from, how to tell that
 * they are the official ones.
 *
 * @param licence as its authors state it
 * @param page where its authors describe it
 * @param folders sub-folders of a {@link Shelf}'s folder that may hold it, in order; empty text is
 *     the folder itself. Fetched files go to the first
 * @param files what it consists of; each may also be gzipped, with {@code .gz} added. Empty for a
 *     set that travels with the program
 * @param downloads where the files, or an archive of them, can be had
 * @param otherwise one more way to get it, as words after "or "; empty for none
 * @param testCount images in the official test split
 * @param fingerprints of the official splits; see {@link Fingerprint}
 */
public record Source(
    String licence,
    String page,
    List<String> folders,
    List<String> files,
    List<Download> downloads,
    String otherwise,
    int testCount,
    Map<Data.Split, String> fingerprints) {

  /**
   * @param md5 of the official file, in hexadecimal
   * @param content of what a gzipped file holds, likewise; empty where it is not known
   */
  public record Download(String url, String md5, String content) {
    public Download(String url, String md5) {
      this(url, md5, "");
    }

    public String file() {
      return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Whether this file is the official one, or the same gzipped otherwise or not at all. */
    boolean is(Path file) {
      return md5.equals(Fingerprint.md5(Blob.stored(file)))
          || content.equals(Fingerprint.md5(Blob.read(file)));
    }
  }

  /**
   * Whether the set in {@code folder} is in the very files that are published, whatever its images'
   * fingerprint; false also where only an archive of them has a published checksum.
   */
  public boolean downloaded(Path folder) {
    for (Download download : downloads) {
      Optional<Path> found = file(folder, download.file().replaceFirst("\\.gz$", ""));
      if (found.isEmpty() || !download.is(found.get())) {
        return false;
      }
    }
    return !downloads.isEmpty();
  }

  /** True of a set that needs no files. */
  public boolean shipped() {
    return files.isEmpty();
  }

  /** The files that {@code folder} lacks. */
  public List<String> lacking(Path folder) {
    return files.stream().filter(file -> file(folder, file).isEmpty()).toList();
  }

  /** One of the files where it is in {@code folder}, plain before gzipped. */
  Optional<Path> file(Path folder, String file) {
    return List.of(file, file + ".gz").stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** {@link #counted} for a set whose classes have equally many images. */
  static Images balanced(Images images, int classes, Path folder) {
    return counted(images, Collections.nCopies(classes, images.count() / classes), folder);
  }

  /**
   * Gives {@code images} back if every class has as many as in the official split. Files of MNIST
   * and Fashion-MNIST, which share names and sizes, are told apart by this.
   *
   * @param official images of each class
   */
  static Images counted(Images images, List<Integer> official, Path folder) {
    int[] counts = images.counts(official.size());
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] != official.get(c)) {
        throw new BadInput(
            folder
                + (": not the official set: " + counts[c] + " of " + images.count())
                + (" images are of class " + c + ", expected " + official.get(c)));
      }
    }
    return images;
  }
}
