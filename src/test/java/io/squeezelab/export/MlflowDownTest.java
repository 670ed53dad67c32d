package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.squeezelab.analysis.Made;
import io.squeezelab.spec.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not do what it should is a message, soon. */
class MlflowDownTest {
  private static final Exported TRIAL = new Attempts().add(Made.done("se", 0, 0.5));
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private static String message(int port, Duration patience) {
    Mlflow sink = new Mlflow("http://127.0.0.1:" + port, "made", patience);
    return assertThrows(IOException.class, () -> sink.put(TRIAL)).getMessage();
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, HERE)) {
      port = free.getLocalPort();
    }
    assertEquals("Connection refused", message(port, Duration.ofSeconds(20)));
  }

  @Test
  void nobodyAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, HERE)) {
      String message = message(silent.getLocalPort(), Duration.ofSeconds(1));
      assertEquals("no answer for 1 s", message);
    }
  }

  @Test
  void somethingElseAnswers() throws IOException {
    HttpServer other = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    other.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    other.start();
    try {
      String message = message(other.getAddress().getPort(), Duration.ofSeconds(20));
      assertTrue(message.contains("500"), message);
    } finally {
      other.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file:/tmp", "localhost:5000", "http://", "http:// x", "databricks"})
  void whatIsNoAddressIsRefused(String uri) {
    assertThrows(Problem.class, () -> Mlflow.checked("--uri", uri));
  }

  @Test
  void aPasswordIsNotShown() {
    assertEquals(
        "MLflow at http://host:5000/x", new Mlflow("http://me:pw@host:5000/x", "e").name());
  }
}
