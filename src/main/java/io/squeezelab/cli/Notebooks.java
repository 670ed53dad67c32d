package io.squeezelab.cli;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The notebooks that come with the program, and where the program is. */
final class Notebooks {
  private static final String ENDING = ".ipynb";

  private Notebooks() {}

  /**
   * The notebook that is meant.
   *
   * @param name a file, or one of ours by its name, the beginning of it, or its number
   * @throws BadInput if there is none, or are several
   */
  static Path find(String name) {
    Path given = Path.of(name);
    return Files.isRegularFile(given) ? given : ours(name, checkout().resolve("notebooks"));
  }

  static Path ours(String name, Path folder) {
    List<String> all = names(folder);
    String plain = name.replaceFirst("\\.ipynb$", "").replaceFirst("^(\\d)$", "0$1");
    List<String> meant = all.stream().filter(n -> n.startsWith(plain)).toList();
    if (meant.size() != 1) {
      throw new BadInput(
          meant.isEmpty() ? Names.unknown("notebook", name, all) : Names.several(name, meant));
    }
    return folder.resolve(meant.get(0) + ENDING);
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BadInput("there are no notebooks in " + folder, e);
    }
  }

  /** This program's jar; the folder of its classes where a test runs. */
  static Path jar() {
    try {
      return Path.of(Notebooks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The folder above {@code target}. */
  static Path checkout() {
    return jar().getParent().getParent();
  }
}
