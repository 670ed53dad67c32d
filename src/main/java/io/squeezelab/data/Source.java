package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
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
   */
  public record Download(String url, String md5) {
    public String file() {
      return url.substring(url.lastIndexOf('/') + 1);
    }
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

  /**
   * Gives {@code images} back if every class has equally many, as the official splits have. MNIST's
   * files, which share the names and sizes of Fashion-MNIST's, fail this.
   */
  static Images balanced(Images images, int classes, Path folder) {
    int[] counts = images.counts(classes);
    for (int c = 0; c < classes; c++) {
      if (counts[c] * classes != images.count()) {
        throw new BadInput(
            folder
                + (": not the official set: " + counts[c] + " of " + images.count())
                + (" images are of class " + c + ", expected " + images.count() / classes));
      }
    }
    return images;
  }
}
