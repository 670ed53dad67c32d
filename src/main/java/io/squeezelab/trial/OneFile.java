package io.squeezelab.trial;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file that a path means in which {@code *} may stand for what is not known of a name. */
final class OneFile {
  private static final String ANY = "*";
  private static final int MOST_SHOWN = 3;

  private OneFile() {}

  /**
   * @throws BadInput if it means none, or several
   */
  static Path at(Path path) {
    if (!path.toString().contains(ANY)) {
      return path;
    }
    List<Path> found = List.of(path.getRoot());
    for (Path name : path) {
      found = within(found, name.toString());
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new BadInput("no such file: " + path);
    }
    List<String> some = found.stream().limit(MOST_SHOWN).map(Path::toString).toList();
    String more = found.size() > MOST_SHOWN ? ", …" : "";
    throw new BadInput(path + " means several files, name one: " + String.join(", ", some) + more);
  }

  private static List<Path> within(List<Path> folders, String name) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      if (!name.contains(ANY)) {
        Path one = folder.resolve(name);
        found.addAll(Files.exists(one) ? List.of(one) : List.of());
      } else if (Files.isDirectory(folder)) {
        String glob = name.replaceAll("[\\[\\]{}?\\\\]", "\\\\$0");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, glob)) {
          all.forEach(found::add);
        } catch (IOException e) {
          throw new BadInput("cannot read " + folder + ": " + e, e);
        }
      }
    }
    return found.stream().sorted().toList();
  }
}
