package io.squeezelab.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A request as it stands on the wire, which clients of libraries would put in order. */
final class Asked {
  private final int port;

  Asked(Site site) {
    this.port = Integer.parseInt(site.url().replaceAll(".*:(\\d+)/", "$1"));
  }

  /**
   * @param fields of the header, each with its line's end
   * @return status line, header and content
   */
  String raw(String method, String path, String fields) throws IOException {
    String request = method + " " + path + " HTTP/1.1\r\n" + fields + "Connection: close\r\n\r\n";
    return bytes(request.getBytes(UTF_8));
  }

  /** The answer to whatever is sent. */
  String bytes(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  String get(String path) throws IOException {
    return raw("GET", path, "Host: localhost:" + port + "\r\n");
  }

  int status(String path) throws IOException {
    return status(get(path), path);
  }

  static int status(String answer, String asked) {
    if (!answer.startsWith("HTTP/1.1 ")) {
      throw new AssertionError(asked + " was answered with '" + answer + "'");
    }
    return Integer.parseInt(answer.substring(9, 12));
  }

  static String field(String answer, String name) {
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  static String content(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
