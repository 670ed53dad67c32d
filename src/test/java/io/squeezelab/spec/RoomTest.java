package io.squeezelab.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts of disk. */
class RoomTest {
  @ParameterizedTest
  @CsvSource({
    "500MB, 500000000",
    "20GB, 20000000000",
    "1TB, 1000000000000",
    "16GiB, 17179869184",
    "3MiB, 3145728"
  })
  void isBytes(String text, long bytes) {
    assertEquals(bytes, Room.parse(text).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "0GB", "1.5GB", "20 GB", "20G", "20Gi", "-1GB", "1234567GB"})
  void isNothingElse(String text) {
    assertThrows(Problem.class, () -> Room.parse(text));
  }

  @Test
  void saysWhatIsExpected() {
    Problem refused = assertThrows(Problem.class, () -> Room.parse("much"));
    assertEquals("must be an amount such as 500MB, 20GB or 16GiB; is 'much'", refused.getMessage());
  }
}
