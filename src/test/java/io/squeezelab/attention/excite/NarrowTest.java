package io.squeezelab.attention.excite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.trial.Specimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hidden widths as the libraries have them, worked out by hand from their rules. */
class NarrowTest {
  private static int hidden(String attention, int channels) {
    return (int)
        new Specimen(Bind.inline(Attention.class, attention), new Dims(channels, 8, 8))
            .declared().stream()
                .filter(one -> one.name().endsWith("excite.down.weight"))
                .mapToLong(one -> one.shape().get(0))
                .findFirst()
                .orElseThrow();
  }

  /**
   * The nearest multiple of the divisor to C·ratio, halves upwards, at least the divisor; with sk
   * and mobilenetv3-se one more where less than 90 % is left: 286/16 is 17.875, of which 16 is
   * less.
   */
  @ParameterizedTest
  @CsvSource({
    "cbam-timm, 8 1 16 1 22 1 24 2 40 3 107 7 232 15 256 16",
    "gc-timm, 8 1 11 1 16 2 24 3 40 5 107 13 232 29 256 32",
    "gca, 8 1 11 1 16 2 24 3 40 5 107 13 232 29 256 32",
    "coordinate-timm, 8 8 16 8 24 8 40 8 107 8 232 8 256 8 287 8 288 16",
    "sk-timm, 8 8 16 8 24 8 40 8 232 16 256 16 286 24",
    "mobilenetv3-se, 8 8 16 8 24 8 40 16 107 32 232 56 256 64"
  })
  void presetsHaveTheirOriginalsWidths(String preset, String widths) {
    String[] numbers = widths.split(" ");
    for (int i = 0; i < numbers.length; i += 2) {
      int channels = Integer.parseInt(numbers[i]);
      int expected = Integer.parseInt(numbers[i + 1]);
      assertEquals(expected, hidden(preset, channels), preset + " of " + channels);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reduction: 4, divisor: 8                                   | 107 | 24
          reduction: 4, divisor: 8, rounding: nearest                | 107 | 32
          reduction: 4, divisor: 8, rounding: nearest, limit: 0      | 107 | 24
          reduction: 16                                              | 31  | 1
          reduction: 16, rounding: nearest                           | 31  | 2
          reduction: 16, minimum: 11, divisor: 8                     | 16  | 16
          reduction: 16, minimum: 11, divisor: 8, limit: 0           | 16  | 8
          reduction: 16, minimum: 11, divisor: 8, hidden: 5          | 16  | 5
          """)
  void eachFieldHasItsPart(String fields, int channels, int expected) {
    for (String type : new String[] {"bottleneck", "coordinate"}) {
      String keep = type.equals("bottleneck") ? "channel" : "cross";
      String minimum = fields.contains("minimum") ? "" : ", minimum: 1";
      String excite = "{type: " + type + ", " + fields + minimum + "}";
      String attention = "{squeeze: {type: avg, keep: " + keep + "}, excite: " + excite + "}";
      assertEquals(expected, hidden(attention, channels), type);
    }
  }

  /** max(64·2/4, 32), where the 128 channels that come out would give 64. */
  @Test
  void resnestCountsTheChannelsThatGoIn() {
    assertEquals(32, hidden("{type: resnest, from: {type: splits, out: 128}}", 64));
    assertEquals(64, hidden("{type: resnest, from: {type: splits, out: 64}}", 128));
    String other = "excite: {reduction: 2, minimum: 32}";
    String fuse = ", fuse: {type: select, " + other + "}}";
    assertEquals(64, hidden("{type: resnest, from: {type: splits, out: 128}" + fuse, 64));
  }

  @Test
  void wrongNumbersAreRefusedByField() {
    String wrong = "{excite: {type: bottleneck, limit: 1.5}}";
    String said =
        assertThrows(BadInput.class, () -> Bind.inline(Attention.class, wrong)).getMessage();
    assertEquals("'" + wrong + "': excite.limit: must be at most 1, is 1.5", said);
  }
}
