package io.squeezelab.live.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.live.Sighting;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page by real requests, those of a browser and those of somebody who tries things. */
class SiteTest {
  @TempDir private static Path temp;
  private static Folder folder;
  private static Site site;
  private static Asked asked;

  @BeforeAll
  static void serve() throws Exception {
    folder = Ran.folder(temp, 9);
    Files.writeString(temp.resolve("secret.txt"), "secret");
    site = Site.at(InetAddress.getLoopbackAddress(), 0);
    site.show(folder, new Sighting(folder)::now);
    asked = new Asked(site);
    while (json("/state.json").get("results").asInt() == 0) {
      Thread.sleep(50); // the results are read beside the requests
    }
  }

  @AfterAll
  static void end() {
    site.close();
  }

  private static JsonNode json(String path) throws IOException {
    return Trees.json(Asked.content(asked.get(path)));
  }

  private static List<String> rows(String query, String field) throws IOException {
    List<String> rows = new ArrayList<>();
    json("/trials.json?" + query).get("rows").forEach(row -> rows.add(row.get(field).asText()));
    return rows;
  }

  @Test
  void thePageMayRunItsOwnScriptAndNoOther() throws IOException {
    String page = asked.get("/");
    assertEquals("text/html; charset=utf-8", Asked.field(page, "Content-Type"));
    assertEquals("nosniff", Asked.field(page, "X-Content-Type-Options"));
    String policy = Asked.field(page, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; connect-src 'self'"), policy);
    assertTrue(policy.contains("script-src 'sha256-"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(page.contains("{{"), "every place of the template is filled");
  }

  @Test
  void theStateHasTheCountsTheWordsAndTheCharts() throws IOException {
    JsonNode state = json("/state.json");
    assertEquals("which-squeeze: no sweep runs here", state.at("/words/heading").asText());
    assertEquals("9 of 20 trials done, 0 running, 11 waiting", state.at("/words/counts").asText());
    assertEquals("not completed: 1 failed", state.at("/words/trouble").asText());
    Set<String> names = new HashSet<>();
    state.get("charts").forEach(chart -> names.add(chart.get("name").asText()));
    Set<String> known =
        Set.of("differences", "accuracy-macs", "accuracy-params", "learning-curves");
    assertTrue(names.containsAll(known), names.toString());
    for (JsonNode chart : state.get("charts")) {
      String drawing = asked.get("/charts/" + chart.get("name").asText() + ".svg?1");
      assertEquals("image/svg+xml; charset=utf-8", Asked.field(drawing, "Content-Type"));
      assertTrue(Asked.content(drawing).startsWith("<svg"), drawing);
      assertFalse(drawing.contains("<script"), "names are text in drawings");
    }
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws IOException {
    String tag = Asked.field(asked.get("/state.json"), "ETag");
    String again = asked.raw("GET", "/state.json", host("localhost") + field("If-None-Match", tag));
    assertEquals(304, Asked.status(again, "again"));
    assertEquals("", Asked.content(again));
  }

  @Test
  void trialsAreSortedFilteredAndCounted() throws IOException {
    assertEquals(9, json("/trials.json").get("total").asInt());
    assertEquals("1", json("/trials.json").at("/endings/failed").asText());
    String falling = "84.50 83.90 83.80 82.30 81.50 80.80 80.20 80.00 –";
    assertEquals(falling, String.join(" ", rows("sort=top1&down", "top1")));
    assertEquals("80.00", rows("sort=top1", "top1").get(0));
    assertEquals("–", rows("sort=top1", "top1").get(8), "what is not known goes last");
    assertEquals(List.of(Ran.REASON), rows("ending=failed", "reason"));
    assertEquals(9, rows("ending=%3Cscript%3E&sort=nothing&page=-4", "arm").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:1", "127.0.0.1", "[::1]:80", "LocalHost"})
  void thisMachineMayAsk(String host) throws IOException {
    assertEquals(200, Asked.status(asked.raw("GET", "/", host(host)), host));
  }

  /** A page from elsewhere that makes its name point here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "10.0.0.1",
        "",
        "a b"
      })
  void otherNamesMayNot(String host) throws IOException {
    String answer = asked.raw("GET", "/state.json", host(host));
    assertEquals(421, Asked.status(answer, host));
    assertFalse(answer.contains("squeeze"), answer);
  }

  @Test
  void nobodyAsksWithoutANameOrWithTwo() throws IOException {
    assertTrue(Asked.status(asked.raw("GET", "/", ""), "none") >= 400);
    String two = host("localhost") + host("evil.example");
    assertTrue(Asked.status(asked.raw("GET", "/", two), "two") >= 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
  void nothingCanBeChanged(String method) throws IOException {
    String answer = asked.raw(method, "/state.json", host("localhost") + "Content-Length: 0\r\n");
    assertEquals(405, Asked.status(answer, method));
  }

  @Test
  void headIsGetWithoutContent() throws IOException {
    String answer = asked.raw("HEAD", "/", host("localhost"));
    assertEquals(200, Asked.status(answer, "HEAD"));
    assertEquals("", Asked.content(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/log/../../secret.txt",
        "/log/..%2f..%2fsecret.txt",
        "/log/%2e%2e/%2e%2e/secret.txt",
        "/log/%252e%252e%252fsecret.txt",
        "/log/..%5c..%5csecret.txt",
        "/log/ID%2f..%2fID",
        "/log/ID/../ID",
        "/log/ID%00",
        "/log/ID/log.txt",
        "/log/",
        "/log//etc/passwd",
        "//etc/passwd",
        "/../secret.txt",
        "/charts/../trials.jsonl",
        "/charts/%2e%2e/trials.jsonl",
        "/trials.jsonl",
        "/experiment.yaml",
        "/.lock",
        "/live.html",
        "/state.json/",
        "/%73tate.json"
      })
  void nothingElseIsServed(String path) throws IOException {
    String id = Ran.experiment(temp).trials().get(0).trial().id();
    String real = path.replace("ID", id);
    assertEquals(404, asked.status(real), real);
  }

  /** Bytes as no client of a library would send them: HOST stands for a good line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /trials.json?sort=%ZZ HTTP/1.1|HOST||",
        "GET /trials.json?sort=% HTTP/1.1|HOST||",
        "GET /trials.json?a=[]{}^ HTTP/1.1|HOST||",
        "GET /trials.json?\u0001\u0002 HTTP/1.1|HOST||",
        "GET /\u00ff\u00fe HTTP/1.1|HOST||",
        "GET HTTP/1.1|HOST||",
        "GET|HOST||",
        "\u0000\u0001\u0002|||",
        "GET / HTTP/1.1|HOST|No colon||",
        "GET / HTTP/1.1|HOST|Bad name: 1||",
        "GET / HTTP/1.1|HOST|X: \u0000||",
        "GET / HTTP/1.1|HOST|Content-Length: much||",
        "GET / HTTP/1.1|HOST|Content-Length: -5||",
        "GET http:// HTTP/1.1|HOST||"
      })
  void whatIsNoRequestIsRefusedWithoutAWord(String request) throws IOException {
    String sent = request.replace("HOST", host("localhost").strip()).replace("|", "\r\n");
    PrintStream usual = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      String answer = asked.bytes(sent.getBytes(StandardCharsets.ISO_8859_1));
      int status = answer.isEmpty() ? 400 : Asked.status(answer, request);
      assertTrue(status == 200 || status >= 400 && status < 500, answer);
      assertFalse(answer.contains("\tat ") || answer.contains("squeezelab."), answer);
    } finally {
      System.setErr(usual);
    }
    assertEquals("", said.toString(StandardCharsets.UTF_8));
    assertEquals(200, asked.status("/"), "and the page is still there");
  }

  /** The letters that stand for others end where the query does. */
  @Test
  void aQueryThatCannotBeReadIsRefused() throws IOException {
    assertEquals(400, asked.status("/trials.json?sort=%ZZ"));
    assertEquals(400, asked.status("/trials.json?page=%"));
  }

  @Test
  void aLogIsShownByTheIdOfItsTrial() throws IOException {
    String id = Ran.experiment(temp).trials().get(0).trial().id();
    String log = asked.get("/log/" + id);
    assertEquals("text/plain; charset=utf-8", Asked.field(log, "Content-Type"));
    assertTrue(Asked.content(log).startsWith("Attempt 1 of "), log);
    assertEquals(404, asked.status("/log/" + id.substring(1)));
    assertEquals(404, asked.status("/log/000000000000"));
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path log = folder.log("aaaaaaaaaaaa");
    Files.createDirectories(log.getParent());
    Files.createSymbolicLink(log, temp.resolve("secret.txt"));
    assertEquals(404, asked.status("/log/aaaaaaaaaaaa"));
    Path trial = folder.log("bbbbbbbbbbbb").getParent();
    Files.writeString(temp.resolve("log.txt"), "secret");
    Files.createSymbolicLink(trial, temp);
    assertEquals(404, asked.status("/log/bbbbbbbbbbbb"));
  }

  @Test
  void ofALongLogTheEndIsShown() throws IOException {
    Ran.write(folder, "cccccccccccc", "x".repeat(5 * LogText.MOST) + "the end");
    String log = Asked.content(asked.get("/log/cccccccccccc"));
    assertTrue(log.endsWith("the end"));
    assertTrue(log.startsWith("[the first "), log.substring(0, 50));
    assertTrue(log.length() < LogText.MOST + 200);
  }

  @Test
  void aPortThatIsTakenIsRefusedAtOnce() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket other = new ServerSocket(0, 1, here)) {
      Problem problem = assertThrows(Problem.class, () -> Site.at(here, other.getLocalPort()));
      assertEquals("--serve", problem.path());
      assertTrue(problem.getMessage().contains("give another"), problem.getMessage());
    }
    assertThrows(Problem.class, () -> Site.at(here, 65536));
  }

  /** As where a sweep has nothing to do. */
  @Test
  void aPortThatWasTakenInVainIsGivenBack() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    Site idle = Site.at(here, 0);
    int port = Integer.parseInt(idle.url().replaceAll("\\D+", " ").strip().split(" ")[4]);
    idle.lastLook();
    idle.close();
    Site.at(here, port).close();
  }

  @Test
  void resultsThatAreAddedAreShown(@TempDir Path other) throws Exception {
    Folder growing = Ran.folder(other, 1);
    try (Site page = Site.at(InetAddress.getLoopbackAddress(), 0)) {
      page.show(growing, new Sighting(growing)::now);
      Asked there = new Asked(page);
      await(there, 1);
      Folder more = Ran.folder(Files.createDirectories(other.resolve("more")), 2);
      try (TrialLog log = TrialLog.open(growing.path())) {
        log.append(TrialLog.read(more.path()).results().get(1));
        await(there, 2);
      }
    }
  }

  private static void await(Asked there, int trials) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (Trees.json(Asked.content(there.get("/trials.json"))).get("total").asInt() != trials) {
      assertTrue(System.nanoTime() < deadline, "no new results in a minute");
      Thread.sleep(50);
    }
  }

  @Test
  void aFolderThatIsGoneBreaksNothing(@TempDir Path other) throws Exception {
    Folder gone = Ran.folder(other, 1);
    try (Site page = Site.at(InetAddress.getLoopbackAddress(), 0)) {
      page.show(gone, new Sighting(gone)::now);
      try (Stream<Path> files = Files.walk(gone.path())) {
        files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      }
      String answer = new Asked(page).get("/state.json");
      assertEquals(500, Asked.status(answer, "gone"));
      assertFalse(answer.contains("Exception"), answer);
    }
  }

  private static String host(String name) {
    return field("Host", name);
  }

  private static String field(String name, String value) {
    return name + ": " + value + "\r\n";
  }
}
