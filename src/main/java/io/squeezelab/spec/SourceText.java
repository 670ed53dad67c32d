package io.squeezelab.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a file holds before it means anything: characters that people can see, in UTF-8. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /**
   * @param most bytes that are read; a larger file is refused
   */
  static String read(Path file, int most) {
    if (Files.isDirectory(file)) {
      throw new BadInput(file + " is a folder; a file is needed");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new BadInput(file + " is larger than " + (most >> 20) + " MiB: no file to be read");
      }
      return decoded(file, bytes);
    } catch (NoSuchFileException e) {
      throw new BadInput("no such file: " + file, e);
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + BadInput.reason(e), e);
    }
  }

  private static String decoded(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
      boolean wide = first == 0xFEFF || first == 0xFFFE;
      throw new BadInput(file + " is no text in UTF-8" + (wide ? ": it is in UTF-16" : ""), e);
    }
  }

  /**
   * The text without the mark that some editors put first.
   *
   * @param name of the file, for the message
   */
  static String visible(String name, String text) {
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int line = 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0 || c == BYTE_ORDER_MARK) {
        String hint = c == 0 ? "; is the file in UTF-16?" : "";
        String what =
            "the character U+%04X, which has no place in a text%s".formatted((int) c, hint);
        throw new BadInput(new Mark(name, line) + what);
      }
    }
    return text.substring(start);
  }
}
