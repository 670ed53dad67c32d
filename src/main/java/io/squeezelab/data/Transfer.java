package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

/** Copies one file from a folder or the web and takes its checksum on the way. */
final class Transfer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Transfer() {}

  /** An open source of bytes; {@code total} is -1 where the length is not known. */
  private record Opened(InputStream stream, long total) {}

  /**
   * @param from file:, http: or https:
   * @return the MD5 in hexadecimal
   */
  static String copy(URI from, Path to, Fetch.Progress progress) {
    MessageDigest md5 = Fingerprint.digest("MD5");
    try {
      Opened opened = open(from);
      try (InputStream in = opened.stream();
          OutputStream out = Files.newOutputStream(to)) {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          out.write(buffer, 0, n);
          md5.update(buffer, 0, n);
          done += n;
          progress.copied(to.getFileName().toString(), done, opened.total());
        }
      }
    } catch (IOException e) {
      throw new BadInput("cannot get " + from + ": " + reason(e), e);
    }
    return HexFormat.of().formatHex(md5.digest());
  }

  private static Opened open(URI from) throws IOException {
    if ("file".equals(from.getScheme())) {
      Path file = Path.of(from);
      return new Opened(Files.newInputStream(file), Files.size(file));
    }
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(PATIENCE).build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        answer.body().close();
        throw new IOException("the server answered " + answer.statusCode());
      }
      return new Opened(
          answer.body(), answer.headers().firstValueAsLong("Content-Length").orElse(-1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** A path, or a URL of a kind that {@link #copy} takes. */
  static URI uri(String text) {
    try {
      if (!text.matches("(?i)(file|https?):.*")) {
        return Path.of(text).toUri();
      }
      URI uri = URI.create(text);
      if ("file".equals(uri.getScheme())) {
        return Path.of(uri).toUri();
      }
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new BadInput("neither a path nor a file:, http: or https: URL: " + text);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof HttpTimeoutException) {
      return "no answer within " + PATIENCE.toSeconds() + " seconds";
    }
    if (e instanceof ConnectException || e.getCause() instanceof UnknownHostException) {
      return "no connection to that host";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
