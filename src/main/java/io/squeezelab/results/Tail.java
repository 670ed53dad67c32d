package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** The end of a log that is opened for appending, as a crash or an editor may have left it. */
final class Tail {
  private Tail() {}

  /** Goes to the end of the last whole line: ends it if need be, cuts off a torn one. */
  static void mend(FileChannel channel) throws IOException {
    long start = lastLine(channel);
    ByteBuffer line = ByteBuffer.allocate((int) (channel.size() - start));
    while (line.hasRemaining() && channel.read(line, start + line.position()) > 0) {
      // until all of it is there
    }
    if (isResult(new String(line.array(), StandardCharsets.UTF_8))) {
      channel.position(channel.size());
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
    } else {
      channel.truncate(start);
      channel.position(start);
    }
  }

  /** Where the bytes behind the last line break begin. */
  private static long lastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long start = channel.size();
    while (start > 0) {
      channel.read(one.clear(), start - 1);
      if (one.get(0) == '\n') {
        break;
      }
      start--;
    }
    return start;
  }

  private static boolean isResult(String line) {
    try {
      return !line.isBlank() && Result.parse(line) != null;
    } catch (BadInput torn) {
      return false;
    }
  }
}
