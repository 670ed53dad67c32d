package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBinaryTest {
  @TempDir private Path folder;

  /** A record whose red, green and blue pixels number p are r + p, g + p and b + p, modulo 256. */
  private static byte[] item(int label, int r, int g, int b) {
    byte[] item = new byte[3073];
    item[0] = (byte) label;
    for (int p = 0; p < 1024; p++) {
      item[1 + p] = (byte) (r + p);
      item[1 + 1024 + p] = (byte) (g + p);
      item[1 + 2048 + p] = (byte) (b + p);
    }
    return item;
  }

  private Path file(String name, byte[]... items) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(file);
    for (byte[] item : items) {
      Files.write(file, item, StandardOpenOption.APPEND);
    }
    return file;
  }

  private static String refusal(Path file, int each) {
    return assertThrows(BadInput.class, () -> new CifarBinary(each, 1, 0, 10).read(List.of(file)))
        .getMessage();
  }

  @Test
  void planesBecomePixels() throws IOException {
    Path one = file("one", item(3, 0, 100, 200), item(9, 1, 2, 3));
    Path two = file("two", item(0, 7, 8, 9), item(1, 70, 80, 90));
    Images images = new CifarBinary(2, 1, 0, 10).read(List.of(one, two));
    assertArrayEquals(new int[] {3, 9, 0, 1}, images.labels());
    assertArrayEquals(
        new byte[] {0, 100, (byte) 200, 1, 101, (byte) 201},
        Arrays.copyOfRange(images.pixels(), 0, 6));
    int last = 4 * 3072;
    assertArrayEquals( // 1023 = -1 modulo 256
        new byte[] {69, 79, 89}, Arrays.copyOfRange(images.pixels(), last - 3, last));
  }

  /** CIFAR-100's records have the coarse label, then the fine one. */
  @Test
  void eitherOfTwoLabelsIsTaken() throws IOException {
    Path file = folder.resolve("two labels");
    byte[] one = item(19, 1, 2, 3); // its label becomes the second of two
    Files.write(file, new byte[] {4});
    Files.write(file, one, StandardOpenOption.APPEND);
    Images coarse = new CifarBinary(1, 2, 0, 20).read(List.of(file));
    Images fine = new CifarBinary(1, 2, 1, 100).read(List.of(file));
    assertArrayEquals(new int[] {4}, coarse.labels());
    assertArrayEquals(new int[] {19}, fine.labels());
    assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(fine.pixels(), 3));
    assertArrayEquals(coarse.pixels(), fine.pixels());
  }

  @Test
  void sizeIsChecked() throws IOException {
    Path file = file("cut", item(0, 0, 0, 0), new byte[3000]);
    assertEquals(
        file + ": truncated: 6073 bytes, expected 6146 (2 records of 1 label and 3072 pixels)",
        refusal(file, 2));
    assertEquals(
        file + ": too long: 6073 bytes, expected 3073 (1 records of 1 label and 3072 pixels)",
        refusal(file, 1));
  }

  @Test
  void aLabelOutOfRangeIsNamed() throws IOException {
    Path file = file("odd", item(0, 0, 0, 0), item(10, 0, 0, 0));
    assertEquals(file + ": the label of record 1 is 10; 0 to 9 are allowed", refusal(file, 2));
  }
}
