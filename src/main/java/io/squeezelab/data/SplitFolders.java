package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Default;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Names of the folders that hold a set's splits.
 *
 * @param train of the training images; empty for {@code train} or {@code training}
 * @param validation of images to choose by, where they are not held out of the training images;
 *     empty for none
 * @param test of the images that are tested; empty for the first of {@code test}, {@code val},
 *     {@code validation} and {@code valid} with a folder for each class. Where the labels of the
 *     test images are not published, as ImageNet's, that is the official validation split
 */
public record SplitFolders(
    @Default("''") String train, @Default("''") String validation, @Default("''") String test) {
  private static final List<String> TRAIN = List.of("train", "training");
  private static final List<String> TEST = List.of("test", "val", "validation", "valid");

  /** Whether there is a validation split beside the training images. */
  boolean apart() {
    return !validation.isEmpty();
  }

  /** Whether {@code folder} has a folder that may hold training images. */
  static boolean any(Path folder) {
    return TRAIN.stream().anyMatch(name -> Files.isDirectory(folder.resolve(name)));
  }

  ClassFolders trained(Path root) {
    List<String> names = train.isEmpty() ? TRAIN : List.of(train);
    return names.stream()
        .map(root::resolve)
        .filter(Files::isDirectory)
        .findFirst()
        .map(ClassFolders::of)
        .orElseThrow(() -> lacking(root, "training", names));
  }

  ClassFolders validated(Path root) {
    return labelled(root, "validation", List.of(validation));
  }

  ClassFolders tested(Path root) {
    return labelled(root, "test", test.isEmpty() ? TEST : List.of(test));
  }

  private ClassFolders labelled(Path root, String what, List<String> names) {
    Set<String> classes = Set.copyOf(trained(root).names());
    return names.stream()
        .map(root::resolve)
        .filter(Files::isDirectory)
        .map(ClassFolders::of)
        .filter(found -> found.names().stream().anyMatch(classes::contains))
        .findFirst()
        .orElseThrow(() -> lacking(root, what, names));
  }

  private static BadInput lacking(Path root, String what, List<String> names) {
    String sought = String.join(", ", names);
    String message = " has no folder of " + what + " images with labels; looked for " + sought;
    return new BadInput(root + message);
  }
}
