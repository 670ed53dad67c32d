package io.squeezelab.live.web;

import io.squeezelab.results.Folder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The end of a trial's log: the only files that are shown, and only where they belong. */
record LogText(Folder folder) {
  static final int MOST = 256 * 1024;

  /** As identities are made; nothing in one leads to another folder. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");

  Reply of(String id) {
    if (!ID.matcher(id).matches()) {
      return Reply.refusal(404, "no such trial");
    }
    try {
      Path root = folder.path().toRealPath();
      Path log = folder.log(id).toRealPath();
      boolean inside = log.startsWith(root) && Files.isRegularFile(log);
      return inside ? Reply.text(end(log)) : Reply.refusal(404, "this trial has no log");
    } catch (IOException none) {
      return Reply.refusal(404, "this trial has no log");
    }
  }

  private static String end(Path log) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(log)) {
      long size = file.size();
      long from = Math.max(0, size - MOST);
      ByteBuffer bytes = ByteBuffer.allocate((int) (size - from));
      file.position(from);
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        // until all of it is there
      }
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      String cut = "[the first %d bytes are left out; the whole log is in the results folder]%n";
      return from == 0 ? text : cut.formatted(from) + text;
    }
  }
}
