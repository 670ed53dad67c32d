package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.io.RandomAccessFile;

/** The end of a log that is opened for appending, as a crash or an editor may have left it. */
final class Tail {
  private static final int BLOCK = 8192;

  private Tail() {}

  /** Goes to the end of the last whole line: ends it if need be, cuts off a torn one. */
  static void mend(RandomAccessFile file) throws IOException {
    long start = lastLine(file);
    byte[] line = new byte[(int) (file.length() - start)];
    file.seek(start);
    file.readFully(line);
    if (isResult(line)) {
      file.write('\n');
    } else if (line.length > 0) {
      file.setLength(start);
      file.seek(start);
    }
  }

  /** Where the bytes behind the last line break begin. */
  private static long lastLine(RandomAccessFile file) throws IOException {
    for (long end = file.length(); end > 0; end -= Math.min(end, BLOCK)) {
      byte[] block = new byte[(int) Math.min(end, BLOCK)];
      file.seek(end - block.length);
      file.readFully(block);
      for (int i = block.length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return end - block.length + i + 1;
        }
      }
    }
    return 0;
  }

  private static boolean isResult(byte[] line) {
    try {
      return line.length > 0 && Result.parse(line, 0, line.length) != null;
    } catch (BadInput torn) {
      return false;
    }
  }
}
