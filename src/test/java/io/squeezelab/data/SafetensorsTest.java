package io.squeezelab.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tensors in files that other frameworks write and read. */
class SafetensorsTest {
  @TempDir private Path temp;

  private static byte[] file(String header, byte[] numbers) {
    byte[] text = header.getBytes(UTF_8);
    return ByteBuffer.allocate(8 + text.length + numbers.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(numbers)
        .array();
  }

  /** Bits after the tables of IEEE 754 (-2, the least and the largest half, 1/3) and bfloat16. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          F64  | 000000000000f83f000000000000f0ff | 1.5, -Infinity
          F32  | 0000c03fcdcccc3d                 | 1.5, 0.1
          F16  | 00c0010000040080                 | -2, 5.9604645e-8, 6.1035156e-5, -0.0
          F16  | ff7b5535007c00fe                 | 65504, 0.33325195, Infinity, NaN
          BF16 | 803f40c1                         | 1, -12
          I64  | feffffffffffffff                 | -2
          I32  | 00000080                         | -2147483648
          U32  | 00000080                         | 2147483648
          I16  | feff                             | -2
          U16  | feff                             | 65534
          I8   | fe                               | -2
          U8   | fe                               | 254
          BOOL | 0001                             | 0, 1
          """)
  void readsEveryType(String type, String hex, String expected) {
    byte[] numbers = HexFormat.of().parseHex(hex);
    List<Float> wanted = List.of(expected.split(", ")).stream().map(Float::valueOf).toList();
    String header =
        "{\"t\":{\"dtype\":\"%s\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
            .formatted(type, wanted.size(), numbers.length);
    float[] read = Safetensors.read("it", file(header, numbers)).get("t").numbers();
    for (int i = 0; i < read.length; i++) {
      assertEquals(wanted.get(i), read[i]);
    }
    assertEquals(wanted.size(), read.length);
  }

  @Test
  void whatWasWrittenIsRead() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("y", new Tensor(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
    tensors.put("a \"quoted\" name", new Tensor(new float[] {Float.NaN}));
    tensors.put("nothing", new Tensor(new float[0], 0, 4));
    Path path = temp.resolve("it.safetensors");
    Safetensors.write(path, tensors);
    Map<String, Tensor> read = Safetensors.read(path);
    assertEquals(List.copyOf(tensors.keySet()), List.copyOf(read.keySet()));
    tensors.forEach(
        (name, tensor) -> {
          assertArrayEquals(tensor.shape(), read.get(name).shape());
          assertArrayEquals(tensor.numbers(), read.get(name).numbers());
        });
  }

  /** Readers map the numbers where they lie, so they must lie at a multiple of their size. */
  @Test
  void numbersAreAligned() throws Exception {
    for (String name : List.of("a", "ab", "abc", "abcd", "abcde")) {
      Path path = temp.resolve(name);
      Safetensors.write(path, Map.of(name, new Tensor(new float[1], 1)));
      assertEquals(0, Files.size(path) % 4);
      assertEquals(0, ByteBuffer.wrap(Files.readAllBytes(path)).get(0) % 8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                                         | its header is no JSON object
          {"t"                                                        | its header is no JSON in UTF-8
          {"t":{"dtype":"F8","shape":[1],"data_offsets":[0,4]}}       | tensor 't': unknown type 'F8'; allowed: F64
          {"t":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}      | tensor 't': 4 bytes do not hold F32 numbers of shape [2]
          {"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}      | tensor 't': lies at [0, 8] of 4 bytes of numbers
          {"t":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}      | tensor 't': lies at [4, 0]
          {"t":{"dtype":"F32","shape":[1],"data_offsets":[0]}}        | tensor 't': lies at [0]
          {"t":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}     | tensor 't': its shape is no list of whole numbers
          {"t":{"dtype":"F32","shape":[0.5],"data_offsets":[0,4]}}    | tensor 't': its shape is no list of whole numbers
          {"t":{"dtype":"F32","data_offsets":[0,4]}}                  | tensor 't': its shape is no list of whole numbers
          {"t":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}} | tensor 't': 0 bytes do not hold
          {"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"u":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | tensor 'u': overlaps another one
          {"t":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}} | tensor 't': lies at [0, 9223372036854775807] of 4 bytes
          {"t":{"dtype":"F32","shape":[1],"data_offsets":[0,18446744073709551616]}} | tensor 't': its data_offsets is no list of whole numbers
          {"t":7}                                                     | tensor 't': unknown type ''
          """)
  void whatIsWrongIsSaidWithTheFilesName(String header, String message) {
    BadInput e =
        assertThrows(BadInput.class, () -> Safetensors.read("it", file(header, new byte[4])));
    assertTrue(e.getMessage().startsWith("it: " + message), e.getMessage());
  }

  @Test
  void filesThatAreNoneAreNamed() throws Exception {
    Path none = temp.resolve("none");
    assertMessage("no such file: " + none, none);
    assertMessage(temp + " is no file", temp);
    Path empty = Files.write(temp.resolve("empty"), new byte[0]);
    assertMessage(empty + ": 0 bytes are too few for a safetensors file", empty);
    Path page = Files.writeString(temp.resolve("page"), "<html>404 not found</html>");
    assertMessage(page + ": announces a header of 3473469848023230524 bytes, but 18 follow", page);
    Path cut = temp.resolve("cut");
    Safetensors.write(cut, Map.of("y", new Tensor(new float[9], 9)));
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
    assertMessage(cut + ": tensor 'y': lies at [0, 36] of 35 bytes of numbers", cut);
  }

  /** A file with holes: it takes no room on the disk, and would as a header. */
  @Test
  void aHeaderHasABound() throws Exception {
    Path path = temp.resolve("holes");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      file.write(length.putLong(1_900_000_000).array());
      file.setLength(2_000_000_000);
    }
    assertMessage(path + ": announces a header of 1900000000 bytes; the most is 100000000", path);
  }

  @Test
  void aSealTellsWhatHasChanged() throws Exception {
    Path path = temp.resolve("sealed");
    float[] numbers = {1, 2, 3};
    TensorSource source =
        new TensorSource(new long[] {3}, (from, n) -> Arrays.copyOfRange(numbers, from, from + n));
    Safetensors.writeSealed(path, Map.of("by", "a test"), Map.of("y", source));
    TensorFile whole = TensorFile.open(path);
    assertTrue(whole.intact());
    assertEquals("a test", whole.metadata("by"));
    assertArrayEquals(numbers, whole.read("y").numbers());
    assertArrayEquals(new float[] {2, 3}, whole.read("y", 1, 2));
    byte[] bytes = Files.readAllBytes(path);
    int changed = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte[] other = bytes.clone();
      other[i] ^= 4;
      try {
        assertFalse(TensorFile.of("it", other).intact(), "byte " + i);
      } catch (BadInput unreadable) {
        changed++;
      }
    }
    assertTrue(changed < bytes.length);
    Safetensors.write(path, Map.of("y", new Tensor(numbers, 3)));
    assertFalse(TensorFile.open(path).intact(), "one without a seal");
  }

  private static void assertMessage(String start, Path file) {
    BadInput e = assertThrows(BadInput.class, () -> Safetensors.read(file));
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
  }
}
