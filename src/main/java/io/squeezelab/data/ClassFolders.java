package io.squeezelab.data;

import io.squeezelab.data.picture.Lens;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The labelled files of one split: {@code CLASS/…/FILE}, or, as in Tiny-ImageNet's {@code val},
 * {@code images/FILE} with a list {@code val_annotations.txt} whose lines begin with file and
 * class, tabs between.
 *
 * @param folder of the split
 * @param annotated class and files where a list says so; null where folders do
 */
record ClassFolders(Path folder, List<String> names, Map<String, List<Path>> annotated) {
  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

  /** The same on every system: paths by themselves compare as their file system does. */
  private static final Comparator<Path> ORDER = Comparator.comparing(Path::toString);

  static ClassFolders of(Path folder) {
    try {
      Path list = folder.resolve(folder.getFileName() + "_annotations.txt");
      if (Files.isRegularFile(list)) {
        Map<String, List<Path>> files = annotations(list);
        return new ClassFolders(folder, List.copyOf(files.keySet()), files);
      }
      try (Stream<Path> entries = Files.list(folder)) {
        List<String> names =
            entries
                .filter(Files::isDirectory)
                .map(entry -> entry.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
        return new ClassFolders(folder, names, null);
      }
    } catch (IOException e) {
      throw new BadInput("cannot read " + folder + ": " + e, e);
    }
  }

  private static Map<String, List<Path>> annotations(Path list) throws IOException {
    Map<String, List<Path>> files = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      String[] columns = line.split("\t");
      if (columns.length < 2) {
        throw new BadInput(list + ": no file and class in the line '" + line + "'");
      }
      Path file = list.resolveSibling("images").resolve(columns[0]);
      files.computeIfAbsent(columns[1], name -> new ArrayList<>()).add(file);
    }
    return files;
  }

  /** The classes in order, if there are so many. */
  List<String> require(int count) {
    if (names.size() != count) {
      throw new BadInput(
          folder
              + (" has " + names.size() + " class folders, expected " + count)
              + ("; data.classes says how many there are, data.of takes the first of more"));
    }
    return names;
  }

  /**
   * @param classes to take, in the order of their numbers
   * @param each the most files of a class; 0 for all
   */
  Pictures pictures(List<String> classes, int each, Lens lens) {
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      List<Path> found = files(classes.get(label));
      if (found.isEmpty()) {
        throw new BadInput(folder + " has no images of class " + classes.get(label));
      }
      for (Path file : each == 0 ? found : found.subList(0, Math.min(each, found.size()))) {
        files.add(file);
        labels.add(label);
      }
    }
    return new Pictures(files, labels.stream().mapToInt(i -> i).toArray(), lens);
  }

  private List<Path> files(String name) {
    if (annotated != null) {
      return annotated.getOrDefault(name, List.of()).stream().sorted(ORDER).toList();
    }
    Path place = folder.resolve(name);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(place, 9, FileVisitOption.FOLLOW_LINKS)) {
      return tree.filter(file -> picture(file) && there(file)).sorted(ORDER).toList();
    } catch (IOException e) {
      throw new BadInput("cannot read " + place + ": " + BadInput.reason(e), e);
    } catch (UncheckedIOException e) {
      throw new BadInput("cannot read " + place + ": " + BadInput.reason(e), e);
    }
  }

  /** Whether it is a file: a link to none would be an image less, and nobody would know. */
  private static boolean there(Path picture) {
    if (!Files.exists(picture)) {
      throw new BadInput(picture + " is a link that leads nowhere");
    }
    return Files.isRegularFile(picture);
  }

  /** By its name: other files, such as lists and thumbnails' databases, are none of ours. */
  private static boolean picture(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.contains(ending);
  }
}
