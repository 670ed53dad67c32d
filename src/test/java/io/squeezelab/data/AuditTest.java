package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Audit.Verdict;
import io.squeezelab.data.Data.Split;
import io.squeezelab.spec.Bind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of images, and on what grounds. */
class AuditTest {
  /** MD5 of "abc" and of "a", RFC 1321, appendix A.5. */
  private static final String ABC = "900150983cd24fb0d6963f7d28e17f72";

  private static final String A = "0cc175b9c0f1b6a831c399e269772661";

  @TempDir private Path folder;

  private static Source source(String file, Source.Download download) {
    return new Source("", "", List.of(""), List.of(file), List.of(download), "", 1, Map.of());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aFileIsTheDownloadByItsChecksum() throws IOException {
    Source source = source("x.mat", new Source.Download("http://h/x.mat", ABC));
    assertFalse(source.downloaded(folder));
    write("x.mat", "abd");
    assertFalse(source.downloaded(folder));
    write("x.mat", "abc");
    assertTrue(source.downloaded(folder));
  }

  @Test
  void aGzippedFileMayBeUnpackedOrPackedAgain() throws IOException {
    Source source = source("x", new Source.Download("http://h/x.gz", A, ABC));
    write("x", "abc");
    assertTrue(source.downloaded(folder));
    Files.delete(folder.resolve("x"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("x.gz")))) {
      out.write("abc".getBytes(StandardCharsets.US_ASCII));
    }
    assertTrue(source.downloaded(folder));
    write("x.gz", "a"); // what the checksum of the packed file was made of
    assertTrue(source.downloaded(folder));
  }

  /** Only the archive has a checksum, and it is gone. */
  @Test
  void unpackedArchivesAreNotClaimed() throws IOException {
    write("x.bin", "abc");
    assertFalse(source("x.bin", new Source.Download("http://h/x.tar.gz", ABC)).downloaded(folder));
  }

  @Test
  void imagesWithoutAFingerprintAreNotCalledOfficial() {
    Census census = new Census(List.of(), List.of(.13066048), List.of(.30810780), "f");
    Map<Split, Census> splits = Map.of(Split.TRAIN, census, Split.TEST, census);
    Data mnist = Bind.inline(Data.class, "mnist");
    assertEquals(Verdict.UNKNOWN, new Audit(mnist, splits, false).verdict(Split.TRAIN));
    assertTrue(new Audit(mnist, splits, false).good());
    assertEquals(Verdict.OFFICIAL, new Audit(mnist, splits, true).verdict(Split.TEST));
    Audit other = new Audit(Bind.inline(Data.class, "fashion-mnist"), splits, false);
    assertEquals(Verdict.OTHER, other.verdict(Split.TEST));
    assertFalse(other.good());
  }
}
