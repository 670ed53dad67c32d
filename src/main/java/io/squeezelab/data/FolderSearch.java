package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the folder of an image folder's set. */
final class FolderSearch {
  private FolderSearch() {}

  /**
   * An absolute path; or, in the first of the shelf's folders that has it, the name itself, else
   * the name with something behind it that does not begin with a letter, else the shelf's folder
   * itself if it is a set of so many classes.
   *
   * @throws BadInput where several folders could be meant
   */
  static Optional<Path> find(String folder, int classes, Shelf shelf) {
    if (Path.of(folder).isAbsolute()) {
      return Optional.of(Path.of(folder)).filter(Files::isDirectory);
    }
    return shelf.folders().stream()
        .filter(Files::isDirectory)
        .flatMap(place -> in(place, folder, classes).stream())
        .findFirst();
  }

  private static Optional<Path> in(Path place, String folder, int classes) {
    Path exact = place.resolve(folder);
    if (Files.isDirectory(exact)) {
      return Optional.of(exact);
    }
    List<Path> versions = versions(place, folder);
    if (versions.size() > 1) {
      throw new BadInput(
          folder + " could be any of " + versions + "; give the whole name as data.folder");
    }
    if (versions.isEmpty() && SplitFolders.any(place)) {
      boolean meant = new SplitFolders("", "", "").trained(place).names().size() == classes;
      return Optional.of(place).filter(p -> meant);
    }
    return versions.stream().findFirst();
  }

  private static List<Path> versions(Path place, String folder) {
    Pattern name = Pattern.compile(Pattern.quote(folder) + "\\P{Alpha}.*");
    try (Stream<Path> entries = Files.list(place)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> name.matcher(entry.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BadInput("cannot read " + place + ": " + e, e);
    }
  }

  static BadInput missing(String folder, int classes, Shelf shelf) {
    List<String> lines = new ArrayList<>();
    lines.add("the image folder " + folder + " is missing; looked in");
    boolean absolute = Path.of(folder).isAbsolute();
    List<Path> places = absolute ? List.of(Path.of(folder)) : shelf.folders();
    places.forEach(
        place -> lines.add("  " + place + (Files.isDirectory(place) ? "" : " (no such folder)")));
    lines.add("expected is train/CLASS/*.jpg with " + classes + " classes, and val or test beside");
    return new BadInput(String.join("\n", lines));
  }
}
