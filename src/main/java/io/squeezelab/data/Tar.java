package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Takes known files out of a gzipped tar archive (POSIX.1-1988 ustar: blocks of 512 bytes, a header
 * before each file). Only the last part of an entry's name counts, so nothing is ever written
 * outside the target folder.
 */
final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE_AT = 156;

  private Tar() {}

  /** Writes the entries called {@code files} to {@code folder}; refuses an archive lacking one. */
  static void extract(Path archive, List<String> files, Path folder) throws IOException {
    List<String> lacking = new ArrayList<>(files);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
      for (byte[] header = block(in); header[0] != 0; header = block(in)) {
        long size = size(header, archive);
        String name = name(header);
        boolean plain = header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
        if (plain && lacking.remove(name)) {
          write(in, size, folder.resolve(name));
        } else {
          in.skipNBytes(size);
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      }
    } catch (EOFException e) {
      throw new BadInput(archive + ": truncated archive", e);
    } catch (ZipException e) {
      throw new BadInput(archive + ": not a gzipped archive, or corrupt: " + e.getMessage(), e);
    }
    if (!lacking.isEmpty()) {
      throw new BadInput(archive + ": lacks " + String.join(", ", lacking));
    }
  }

  private static byte[] block(InputStream in) throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException();
    }
    return block;
  }

  private static void write(InputStream in, long size, Path file) throws IOException {
    byte[] content = in.readNBytes(Math.toIntExact(size));
    if (content.length < size) {
      throw new EOFException();
    }
    Files.write(file, content);
  }

  private static String name(byte[] header) {
    String path = text(header, 0, NAME_LENGTH);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static long size(byte[] header, Path archive) {
    String octal = text(header, SIZE_AT, SIZE_LENGTH).trim();
    try {
      return Long.parseLong(octal, 8);
    } catch (NumberFormatException e) {
      throw new BadInput(archive + ": no tar archive, or corrupt", e);
    }
  }

  private static String text(byte[] header, int from, int length) {
    String padded = new String(header, from, length, StandardCharsets.ISO_8859_1);
    int end = padded.indexOf('\0');
    return end < 0 ? padded : padded.substring(0, end);
  }
}
