package io.squeezelab.live.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a browser gets.
 *
 * @param status of HTTP
 * @param type of the content
 */
record Reply(int status, String type, byte[] content) {
  static final String TEXT = "text/plain; charset=utf-8";

  static Reply html(String text) {
    return new Reply(200, "text/html; charset=utf-8", bytes(text));
  }

  static Reply json(String text) {
    return new Reply(200, "application/json; charset=utf-8", bytes(text));
  }

  static Reply svg(String text) {
    return new Reply(200, "image/svg+xml; charset=utf-8", bytes(text));
  }

  static Reply text(String text) {
    return new Reply(200, TEXT, bytes(text));
  }

  static Reply refusal(int status, String why) {
    return new Reply(status, TEXT, bytes(why + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a browser may load and run with it: of the page its own script, of others nothing. */
  String policy() {
    return type.startsWith("text/html")
        ? Pages.POLICY
        : "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  }

  /** Equal for equal content, so that a browser fetches nothing twice. */
  String tag() {
    return '"' + hash(content).substring(0, 22) + '"';
  }

  /** SHA-256 in base 64, as browsers want it. */
  static String hash(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
