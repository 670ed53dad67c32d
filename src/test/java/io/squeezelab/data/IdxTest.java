package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  /** Two images of 1 x 3. */
  private static final String PIXELS = "00000803 00000002 00000001 00000003 0a0b0c 0d0eff";

  private static final String LABELS = "00000801 00000002 0102";

  @TempDir private Path folder;

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static Images read(String pixels, String labels) {
    Blob images = new Blob("images", bytes(pixels));
    return Idx.read(images, new Blob("labels", bytes(labels)), 2, new Dims(1, 1, 3), 3);
  }

  private static String refusal(String pixels, String labels) {
    return assertThrows(BadInput.class, () -> read(pixels, labels)).getMessage();
  }

  private Blob stored(byte[] content) throws IOException {
    return Blob.read(Files.write(folder.resolve("f"), content));
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void readsPixelsAndLabels() {
    Images images = read(PIXELS, LABELS);
    assertArrayEquals(new byte[] {10, 11, 12, 13, 14, -1}, images.pixels());
    assertArrayEquals(new int[] {1, 2}, images.labels());
  }

  @Test
  void gzippedAndPlainFilesReadTheSame() throws IOException {
    byte[] content = bytes(PIXELS);
    assertArrayEquals(content, stored(content).bytes());
    assertArrayEquals(content, stored(zipped(content)).bytes());
  }

  @Test
  void aWrongMagicNumberIsNamed() {
    assertEquals(
        "images: starts with 0x00000801, not 0x00000803: no IDX file of unsigned bytes with 3 axes",
        refusal("00000801 00000002 00000001 00000003", LABELS));
  }

  @Test
  void sizesAreComparedWithTheSets() {
    assertEquals(
        "images: announces 2 x 1 x 4 values, expected 2 x 1 x 3",
        refusal("00000803 00000002 00000001 00000004 0a0b0c0d 0d0eff00", LABELS));
  }

  @Test
  void missingAndExtraBytesAreCounted() {
    assertEquals(
        "images: truncated: 5 bytes follow the header, expected 6",
        refusal(PIXELS.substring(0, PIXELS.length() - 2), LABELS));
    assertEquals(
        "labels: too long: 3 bytes follow the header, expected 2", refusal(PIXELS, LABELS + "00"));
    assertEquals(
        "labels: 3 bytes are too few for an IDX header of 8 bytes", refusal(PIXELS, "000008"));
  }

  @Test
  void aLabelOutOfRangeIsNamed() {
    assertEquals(
        "labels: label 1 is 3; 0 to 2 are allowed", refusal(PIXELS, "00000801 00000002 0103"));
  }

  @Test
  void aCutGzipIsCalledTruncated() throws IOException {
    byte[] whole = zipped(bytes(PIXELS));
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    String message = assertThrows(BadInput.class, () -> stored(cut)).getMessage();
    assertEquals(
        folder.resolve("f") + ": truncated gzip, ends after " + cut.length + " bytes", message);
  }

  @Test
  void aGzipWithAFlippedByteIsCalledCorrupt() throws IOException {
    byte[] flipped = zipped(bytes(PIXELS));
    flipped[flipped.length - 6] ^= 1; // in the checksum
    String message = assertThrows(BadInput.class, () -> stored(flipped)).getMessage();
    assertEquals(folder.resolve("f") + ": corrupt gzip: Corrupt GZIP trailer", message);
  }
}
