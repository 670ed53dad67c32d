package io.squeezelab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, driven by its own protocol over the JDK's web socket. */
public final class Browser implements AutoCloseable {
  private static final String SAYS = "DevTools listening on ";

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private String session = "";
  private int last;

  /**
   * Starts it; where there is none the tests of the class are left out, but where
   * $SQUEEZELAB_BROWSER says that there is one.
   *
   * @param temp where it may keep its profile
   */
  public static Browser start(Path temp) throws Exception {
    String named = System.getenv("SQUEEZELAB_BROWSER");
    Path program = named == null ? found() : Path.of(named);
    assumeTrue(program != null, "there is no Chromium");
    return new Browser(program, Files.createDirectory(temp.resolve("profile")));
  }

  private static Path found() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(n -> Stream.of("/usr/bin/", "/usr/local/bin/", "/snap/bin/").map(d -> d + n))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private Browser(Path program, Path profile) throws Exception {
    List<String> command =
        List.of(
            program.toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-extensions",
            "--disable-background-networking",
            "--user-data-dir=" + profile,
            "--remote-debugging-port=0",
            "about:blank");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TMPDIR", profile.toString());
    process = builder.start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Ear())
            .get(60, TimeUnit.SECONDS);
    String target =
        send("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
    Map<String, Object> attach = Map.of("targetId", target, "flatten", true);
    session = send("Target.attachToTarget", attach).get("sessionId").asText();
    send("Page.enable", Map.of());
  }

  private String address() throws IOException {
    BufferedReader errors = process.errorReader();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      if (line.startsWith(SAYS)) {
        drain(errors);
        return line.substring(SAYS.length());
      }
    }
    throw new IOException("the browser did not start");
  }

  private static void drain(BufferedReader errors) {
    Thread drain = new Thread(() -> errors.lines().forEach(line -> {}), "browser's errors");
    drain.setDaemon(true);
    drain.start();
  }

  /** Puts messages together again that come in parts. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
      text.append(part);
      if (whole) {
        heard.add(Trees.json(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
    ObjectNode message = Trees.object();
    message.put("id", ++last).put("method", method);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    ObjectNode given = message.putObject("params");
    parameters.forEach((name, value) -> given.set(name, Print.tree(value)));
    socket.sendText(Trees.print(message), true).get(30, TimeUnit.SECONDS);
    while (true) {
      JsonNode answer = heard.poll(60, TimeUnit.SECONDS);
      if (answer == null || answer.path("id").asInt() == last && answer.has("error")) {
        throw new IOException(method + ": " + answer);
      }
      if (answer.path("id").asInt() == last) {
        return answer.get("result");
      }
    }
  }

  public void open(String url) throws Exception {
    send("Page.navigate", Map.of("url", url));
  }

  /** The value of an expression in the page. */
  public JsonNode value(String script) throws Exception {
    Map<String, Object> how =
        Map.of("expression", script, "returnByValue", true, "awaitPromise", true);
    JsonNode answer = send("Runtime.evaluate", how);
    if (answer.has("exceptionDetails")) {
      throw new IOException(script + ": " + answer);
    }
    return answer.get("result").path("value");
  }

  /** Waits until an expression is true. */
  public void await(String script) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!value("Boolean(" + script + ")").asBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(script + " is not so after a minute");
      }
      Thread.sleep(50);
    }
  }

  /** A key pressed and let go: {@code Tab}, {@code Enter}. */
  public void press(String key, int code) throws Exception {
    String text = key.equals("Enter") ? "\r" : "";
    for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          Map.of(
              "type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
    }
  }

  public void look(int width, boolean dark, String media) throws Exception {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    List<Map<String, String>> features =
        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"));
    send("Emulation.setEmulatedMedia", Map.of("media", media, "features", features));
  }

  /** The whole page as a PNG. */
  public void picture(Path file) throws Exception {
    JsonNode size = send("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    Map<String, Double> whole =
        Map.of(
            "x", 0.0,
            "y", 0.0,
            "width", size.get("width").asDouble(),
            "height", size.get("height").asDouble(),
            "scale", 1.0);
    Map<String, Object> how = Map.of("format", "png", "captureBeyondViewport", true, "clip", whole);
    JsonNode shot = send("Page.captureScreenshot", how);
    Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join(); // it writes to its folder until then
  }
}
