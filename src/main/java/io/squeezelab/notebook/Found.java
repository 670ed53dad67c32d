package io.squeezelab.notebook;

import io.squeezelab.results.Folder;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The results folders below one, through links, each once: where several ways lead to one, by the
 * shortest name. What lies in a results folder is its own, and not looked through.
 */
final class Found extends SimpleFileVisitor<Path> {
  private static final int DEEPEST = 20;

  private final List<Path> folders = new ArrayList<>();

  private Found() {}

  static List<Path> in(Path root) throws IOException {
    Found found = new Found();
    Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, found);
    found.folders.sort(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString));
    Map<Path, Path> once = new LinkedHashMap<>();
    for (Path folder : found.folders) {
      once.putIfAbsent(folder.toRealPath(), folder);
    }
    return once.values().stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    if (!new Folder(path).hasResults() || !Files.exists(path.resolve("experiment.yaml"))) {
      return FileVisitResult.CONTINUE;
    }
    folders.add(path);
    return FileVisitResult.SKIP_SUBTREE;
  }

  /** A link that leads back shows nothing new. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException why) throws IOException {
    if (why instanceof FileSystemLoopException) {
      return FileVisitResult.CONTINUE;
    }
    throw why;
  }
}
