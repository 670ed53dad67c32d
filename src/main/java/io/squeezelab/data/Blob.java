package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file's bytes, decompressed, and what to call the file in messages.
 *
 * @param bytes the array itself, not a copy
 */
record Blob(String name, byte[] bytes) {

  /** Reads a file, as it is or gzipped: its first two bytes say which, whatever its name. */
  static Blob read(Path file) {
    try {
      return inflated(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + e, e);
    }
  }

  /** Reads a file as it is, gzipped or not. */
  static Blob stored(Path file) {
    try {
      return new Blob(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + e, e);
    }
  }

  /** Reads a resource beside {@code owner}. */
  static Blob resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this program lacks its resource " + name);
      }
      return inflated(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a text in UTF-8. */
  List<String> lines() {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  /** What is wrong with this file, as a message that names it. */
  BadInput fault(String what) {
    return new BadInput(name + ": " + what);
  }

  private static Blob inflated(String name, byte[] stored) throws IOException {
    boolean zipped = stored.length > 1 && stored[0] == 0x1f && stored[1] == (byte) 0x8b;
    if (!zipped) {
      return new Blob(name, stored);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored), 1 << 16)) {
      return new Blob(name, in.readAllBytes());
    } catch (EOFException e) {
      throw new BadInput(name + ": truncated gzip, ends after " + stored.length + " bytes", e);
    } catch (ZipException e) {
      throw new BadInput(name + ": corrupt gzip: " + e.getMessage(), e);
    }
  }
}
