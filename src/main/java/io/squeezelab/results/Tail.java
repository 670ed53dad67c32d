package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

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
    if (isResult(line.array())) {
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

  private static boolean isResult(byte[] line) {
    try {
      return line.length > 0 && Result.parse(line, 0, line.length) != null;
    } catch (BadInput torn) {
      return false;
    }
  }
}
