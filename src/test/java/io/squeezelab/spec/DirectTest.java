package io.squeezelab.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader gives what the careful one gives, or leaves the text to it. */
class DirectTest {
  enum Colour {
    DARK_RED,
    BLUE
  }

  record Inner(int count, @Default("0.5") double share) {
    Inner {
      Check.atLeast("count", 1, count);
    }
  }

  record Outer(
      String name,
      long number,
      boolean flag,
      Colour colour,
      JsonNode tree,
      List<Inner> list,
      @Default("null") Inner maybe,
      @Default("[]") List<Double> doubles) {}

  private static final String WHOLE =
      """
      {"name": "é", "number": 5000000000, "flag": true, "colour": "dark-red",
       "tree": {"a": [1, {"b": null}]}, "list": [{"count": 1, "share": 1}, {"count": 2}],
       "maybe": null, "doubles": [1.5, "NaN", "-Infinity", 3]}
      """;

  private static Object direct(String json) {
    byte[] text = json.getBytes(UTF_8);
    return Direct.read(Outer.class, text, 0, text.length);
  }

  private static Outer read(String json) {
    byte[] text = (">>" + json + "<").getBytes(UTF_8);
    return Bind.json(Outer.class, text, 2, text.length - 3);
  }

  /** Every bit of a number is read as it was written. */
  @Test
  void numbersAreReadToTheBit() {
    SplittableRandom random = new SplittableRandom(1);
    List<Double> numbers =
        random.longs(20_000).mapToObj(Double::longBitsToDouble).filter(Double::isFinite).toList();
    String text = "{\"name\": \"\", \"number\": 1, \"flag\": true, \"colour\": \"blue\",";
    String rest = " \"tree\": {}, \"list\": [], \"maybe\": null, \"doubles\": " + numbers + "}";
    assertEquals(numbers, ((Outer) direct(text + rest)).doubles());
  }

  @Test
  void bothReadersGiveTheSame() {
    Outer careful = Bind.read(Outer.class, Trees.json(WHOLE));
    assertEquals(careful, direct(WHOLE));
    assertEquals(new Inner(2, 0.5), careful.list().get(1));
    assertEquals(List.of(1.5, Double.NaN, Double.NEGATIVE_INFINITY, 3.0), careful.doubles());
  }

  @Test
  void aPartOfATextIsReadAlone() {
    assertEquals(direct(WHOLE), read(WHOLE));
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    String moved = WHOLE.replace("{\"name\": \"é\", ", "{").replace("3]}", "3], \"name\": \"é\"}");
    assertEquals(direct(WHOLE), direct(moved));
  }

  /** Each would be wrong to guess at: the careful reader says what is the matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "true->1",
        "5000000000->5.0",
        "5000000000->50000000000000000000",
        "dark-red->red",
        "{\"count\": 2}->{\"count\": 0}",
        "{\"count\": 2}->{\"count\": 3000000000}",
        "{\"count\": 2}->{\"count\": 2, \"count\": 2}",
        "{\"count\": 2}->{\"cout\": 2}",
        "{\"count\": 2}->{\"share\": 2}",
        "{\"count\": 2}->7",
        "{\"b\": null}->{\"b\": null, \"b\": 1}",
        "\"NaN\"->\"nan\"",
        "3]}->3]} {}",
        "3]}->3]"
      })
  void whatIsNotAsItShouldBeIsLeftToTheCarefulReader(String change) {
    String[] words = change.split("->");
    String changed = WHOLE.replace(words[0], words[1]);
    assertNull(direct(changed));
    assertThrows(RuntimeException.class, () -> read(changed));
  }

  @Test
  void theMessageIsTheCarefulReaders() {
    Problem problem =
        assertThrows(Problem.class, () -> read(WHOLE.replace("\"count\": 2", "\"count\": 0")));
    assertEquals("list[1].count", problem.path());
  }
}
