package io.squeezelab.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file that is open, and where it was when it was opened.
 *
 * @param key what makes it the same by any path: its inode; its real path where the system has no
 *     such thing
 */
record Place(Path file, Object key) {

  static Place of(Path file) throws IOException {
    return new Place(file, keyOf(file));
  }

  /** Whether it is still there: not where somebody moved, replaced or deleted it. */
  boolean holds() {
    try {
      return key.equals(keyOf(file));
    } catch (IOException gone) {
      return false;
    }
  }

  private static Object keyOf(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return Objects.requireNonNullElse(key, file.toRealPath());
  }
}
