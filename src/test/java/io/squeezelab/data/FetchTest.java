package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches a set of one grey pixel a split, packed as CIFAR-10 is: files in a tar.gz. */
class FetchTest {
  private static final byte[] TRAIN = {0, 11};
  private static final byte[] TEST = {1, 22};

  private static final Map<Data.Split, String> FINGERPRINTS =
      Map.of(
          Data.Split.TRAIN, Fingerprint.of(images(TRAIN)),
          Data.Split.TEST, Fingerprint.of(images(TEST)));

  @TempDir private Path folder;
  private Path shelf;

  /** A split is a file of a label and a pixel. */
  private record Tiny(Source of) implements Data.Custom {
    @Override
    public int validation() {
      return 0;
    }

    @Override
    public Augment augment() {
      return new Augment(0, false);
    }

    @Override
    public Dims dims() {
      return new Dims(1, 1, 1);
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int trainCount() {
      return 1;
    }

    @Override
    public List<Double> mean() {
      return List.of(0.0);
    }

    @Override
    public List<Double> deviation() {
      return List.of(1.0);
    }

    @Override
    public Optional<Source> source() {
      return Optional.of(of);
    }

    @Override
    public Images load(Split split, Shelf shelf) {
      Path place = shelf.require("tiny", of);
      String file = split == Split.TRAIN ? "train.bin" : "test.bin";
      return images(Blob.read(place.resolve(file)).bytes());
    }
  }

  private static Images images(byte[] stored) {
    return new Images(new byte[] {stored[1]}, new int[] {stored[0]}, new Dims(1, 1, 1));
  }

  @BeforeEach
  void emptyShelf() {
    shelf = folder.resolve("shelf");
  }

  private static byte[] entry(String name, byte[] content) {
    byte[] blocks = new byte[1024];
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, blocks, 0, text.length);
    byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, blocks, 124, size.length);
    blocks[156] = '0';
    System.arraycopy(content, 0, blocks, 512, content.length);
    return blocks;
  }

  private static byte[] archive(byte[] train, byte[] test) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(entry("tiny/readme.html", new byte[] {5}));
      out.write(entry("tiny/train.bin", train));
      out.write(entry("../../test.bin", test));
      out.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }

  private static String md5(byte[] content) {
    return HexFormat.of().formatHex(Fingerprint.digest("MD5").digest(content));
  }

  private Path fetch(String url, String md5, String from) {
    return fetch(url, md5, from, FINGERPRINTS);
  }

  private Path fetch(String url, String md5, String from, Map<Data.Split, String> fingerprints) {
    Source source =
        new Source(
            "none",
            "page",
            List.of("tiny", ""),
            List.of("train.bin", "test.bin"),
            List.of(new Source.Download(url, md5)),
            "ask a friend",
            1,
            fingerprints);
    return new Fetch("tiny", new Tiny(source), (file, done, total) -> {}).into(shelf, from);
  }

  private String refusal(String url, String md5, String from) {
    return assertThrows(BadInput.class, () -> fetch(url, md5, from)).getMessage();
  }

  /** What a failed fetch leaves behind. */
  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(shelf)) {
      return files.toList();
    }
  }

  @Test
  void theOfficialFileIsUnpackedIntoItsFolder() throws IOException {
    Path file = Files.write(folder.resolve("tiny.tar.gz"), archive(TRAIN, TEST));
    Path place = fetch("http://x/tiny.tar.gz", md5(Files.readAllBytes(file)), file.toString());
    assertEquals(shelf.resolve("tiny"), place);
    assertArrayEquals(TRAIN, Files.readAllBytes(place.resolve("train.bin")));
    assertArrayEquals(TEST, Files.readAllBytes(place.resolve("test.bin")));
    assertEquals(List.of(place), left());
  }

  @Test
  void aFileUrlAndAFolderWillDo() throws IOException {
    Path file = Files.write(folder.resolve("tiny.tar.gz"), archive(TRAIN, TEST));
    String md5 = md5(Files.readAllBytes(file));
    Path first = fetch("http://x/tiny.tar.gz", md5, file.toUri().toString());
    Files.delete(first.resolve("test.bin"));
    fetch("http://x/tiny.tar.gz", md5, folder.toString());
    assertTrue(Files.exists(first.resolve("test.bin")));
  }

  @Test
  void aRepackedFileCountsByItsImages() throws IOException {
    Path file = Files.write(folder.resolve("mine.tar.gz"), archive(TRAIN, TEST));
    Path place = fetch("http://x/tiny.tar.gz", "other", file.toString());
    assertTrue(Files.exists(place.resolve("train.bin")));
  }

  @Test
  void withoutAFingerprintOnlyTheOfficialFileCounts() throws IOException {
    Path file = Files.write(folder.resolve("tiny.tar.gz"), archive(TRAIN, TEST));
    String url = "http://x/tiny.tar.gz";
    String message =
        assertThrows(BadInput.class, () -> fetch(url, "other", file.toString(), Map.of()))
            .getMessage();
    assertTrue(message.contains("no fingerprint of its images is known"), message);
    assertEquals(List.of(), left());
    fetch(url, md5(Files.readAllBytes(file)), file.toString(), Map.of());
  }

  @Test
  void otherImagesAreRefusedAndNothingIsKept() throws IOException {
    Path file = Files.write(folder.resolve("t"), archive(TRAIN, new byte[] {1, 23}));
    String message = refusal("http://x/tiny.tar.gz", "other", file.toString());
    assertTrue(message.contains("published is other"), message);
    assertTrue(message.endsWith("the images of the test split are not the official ones"), message);
    assertEquals(List.of(), left());
  }

  @Test
  void aCutArchiveIsRefusedAndNothingIsKept() throws IOException {
    byte[] whole = archive(TRAIN, TEST);
    Path file = Files.write(folder.resolve("t"), Arrays.copyOf(whole, whole.length / 2));
    String message = refusal("http://x/tiny.tar.gz", "other", file.toString());
    assertTrue(message.endsWith("nothing was kept: tiny.tar.gz: truncated archive"), message);
    assertEquals(List.of(), left());
  }

  @Test
  void aPageInsteadOfAnArchiveIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("t"), "<html>please log in</html>");
    String message = refusal("http://x/tiny.tar.gz", "other", file.toString());
    assertTrue(message.contains("tiny.tar.gz: not a gzipped archive"), message);
  }

  @Test
  void aMissingFileAndAnOddUrlAreSaid() {
    Path absent = folder.resolve("absent");
    assertEquals(
        "cannot get " + absent.toUri() + ": no such file",
        refusal("http://x/t.tar.gz", "", absent.toString()));
    for (String odd : List.of("http:/nowhere", "file://host/t.tar.gz", "https://a b")) {
      assertEquals(
          "neither a path nor a file:, http: or https: URL: " + odd,
          refusal("http://x/t.tar.gz", "", odd));
    }
  }

  @Test
  void aServerIsAskedAndItsRefusalExplained() throws IOException {
    byte[] content = archive(TRAIN, TEST);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/tiny.tar.gz",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    String site =
        "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    try {
      String message = refusal(site + "/absent.tar.gz", "", null);
      assertTrue(message.contains("absent.tar.gz: the server answered 404"), message);
      assertTrue(message.contains("squeezelab data fetch tiny --from FILE"), message);
      assertTrue(message.endsWith("or ask a friend"), message);
      fetch(site + "/tiny.tar.gz", md5(content), null);
      assertTrue(Files.exists(shelf.resolve("tiny/test.bin")));
    } finally {
      server.stop(0);
    }
    assertFalse(fetch("http://x/unused", "", null).toString().isEmpty()); // already there
  }

  @Test
  void noConnectionIsOneMessage() {
    String message = refusal("http://127.0.0.1:1/tiny.tar.gz", "", null);
    assertTrue(
        message.startsWith("cannot get http://127.0.0.1:1/tiny.tar.gz: no connection"), message);
  }
}
