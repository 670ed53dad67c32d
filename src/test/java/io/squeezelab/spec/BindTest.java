package io.squeezelab.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Shape.Box;
import io.squeezelab.spec.Shape.Circle;
import io.squeezelab.spec.Shape.Colour;
import io.squeezelab.spec.Shape.Group;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write becomes values; what makes none is refused where it stands. */
class BindTest {

  private static Shape read(String yaml) {
    return Bind.read(Shape.class, Trees.yaml(yaml));
  }

  private static Problem refused(String yaml) {
    return assertThrows(Problem.class, () -> read(yaml));
  }

  private static void assertRefused(String yaml, String path, String message) {
    Problem problem = refused(yaml);
    assertEquals(path, problem.path());
    assertEquals(message, problem.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "circle                              | 2  | RED",
        "{}                                  | 2  | RED",
        "{radius: 3}                         | 3  | RED",
        "{type: circle, colour: red}         | 2  | RED",
        "{type: circle, colour: Dark-Blue}   | 2  | DARK_BLUE",
        "unit                                | 1  | RED",
        "{type: unit}                        | 1  | RED",
        "{type: unit, colour: dark-blue}     | 1  | DARK_BLUE",
        "{type: big, radius: 5}              | 5  | DARK_BLUE",
        "big                                 | 10 | DARK_BLUE",
      })
  void everyWayToWriteAVariant(String yaml, double radius, Colour colour) {
    assertEquals(new Circle(radius, colour), read(yaml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1e0", "1.0e0", "1.0e+0", "+1", "0.1e1"})
  void oneNumberHasManySpellings(String one) {
    assertEquals(new Circle(1, Colour.RED), read("{radius: " + one + "}"));
    assertEquals(
        "{\"type\":\"circle\",\"radius\":1.0,\"colour\":\"red\"}",
        Trees.print(Expand.expand(Shape.class, Trees.yaml("{radius: " + one + "}"))));
  }

  @Test
  void variantsNestAsDeeplyAsWritten() {
    Shape given = read("{type: group, of: [unit, {type: group, of: []}], around: {radius: 4}}");
    Shape inner = new Group(List.of(), null);
    Shape unit = new Circle(1, Colour.RED);
    assertEquals(new Group(List.of(unit, inner), new Circle(4, Colour.RED)), given);
  }

  @Test
  void everyKindOfFieldIsRead() {
    Shape given =
        read(
            "{type: box, name: a, size: 1x2x3, layer: -4, seed: 9000000000, lid: true, holes: [1]}");
    Dims size = new Dims(1, 2, 3);
    Shape inside = new Circle(10, Colour.DARK_BLUE);
    assertEquals(new Box("a", size, -4, 9_000_000_000L, true, List.of(1), inside), given);
  }

  @Test
  void whatIsNotWrittenHasItsDefault() {
    Shape big = new Circle(10, Colour.DARK_BLUE);
    assertEquals(
        new Box("a", new Dims(3, 4, 5), 0, 0, false, List.of(), big), read("{type: box, name: a}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{radius: two}                | radius   | must be a number, is \"two\"",
        "{radius: null}               | radius   | must be a number, is null",
        "{radius: [1]}                | radius   | must be a number, is [1]",
        "{radius: 0}                  | radius   | must be above 0, is 0",
        "{radius: NaN}                | radius   | must be a finite number, is NaN",
        "{radius: Infinity}           | radius   | must be a finite number, is Infinity",
        "{colour: 3}                  | colour   | must be one of red, dark-blue, is 3",
        "{type: box, name: 3}         | name     | must be a text, is 3",
        "{type: box, name: a, layer: 1.0} | layer | must be a whole number, is 1.0",
        "{type: box, name: a, layer: 3000000000} | layer | must be a whole number from -2147483648 to 2147483647, is 3000000000",
        "{type: box, name: a, lid: 1} | lid      | must be true or false, is 1",
        "{type: box, name: a, holes: 3} | holes  | must be a list, is 3",
        "{type: box, name: a, holes: [1, x]} | holes[1] | must be a whole number, is \"x\"",
        "{type: box}                  | ''       | lacks the field 'name'",
        "{type: group, of: [unit, {radius: -1}]} | of[1].radius | must be above 0, is -1",
        "{type: group, of: unit}      | of       | must be a list, is \"unit\"",
        "5                            | ''       | must be one of circle, group, box, unit, big; is 5",
        "[circle]                     | ''       | must be one of circle, group, box, unit, big; is [\"circle\"]",
        "{type: 3}                    | type     | unknown shape '3'; allowed: circle, group, box, unit, big",
      })
  void aWrongValueIsRefusedWhereItStands(String yaml, String path, String message) {
    assertRefused(yaml, path, message);
  }

  @Test
  void anUnknownFieldIsAnsweredWithTheNearest() {
    assertRefused(
        "{type: circle, radios: 3}",
        "radios",
        "unknown field 'radios' of circle; allowed: type, radius, colour; did you mean 'radius'?");
  }

  @Test
  void anUnknownFieldOfAPresetIsRefusedToo() {
    assertRefused(
        "{type: group, of: [{type: big, size: 3}]}",
        "of[0].size",
        "unknown field 'size' of circle; allowed: type, radius, colour");
  }

  /** Fields of the member itself, of what stands in it, in lists; by name or with a path's end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{preset: big}                       | {radius: 10, colour: dark-blue}",
        "{preset: circle, radius: 3}         | {radius: 3}",
        "{preset: big, radius: 3}            | {radius: 3, colour: dark-blue}",
        "{preset: box, name: a, radius: 3}   | {type: box, name: a, inside: {type: big, radius: 3}}",
        "{preset: box, name: a, inside.radius: 3} | {type: box, name: a, inside: {type: big, radius: 3}}",
        "{preset: box, radius: 3, inside: unit, name: a} | {type: box, name: a, inside: {radius: 3}}",
        "{preset: group, of: [circle], radius: 3} | {type: group, of: [{radius: 3}]}",
        "{preset: group, of: [unit, big], 'of[1].radius': 3} | {type: group, of: [unit, {type: big, radius: 3}]}",
        "{type: group, of: [{preset: big, radius: 3}]} | {type: group, of: [{type: big, radius: 3}]}",
      })
  void aPresetMayHaveFieldsChangedAnywhereInIt(String brief, String written) {
    assertEquals(read(written), read(brief));
  }

  @Test
  void aFieldOfAPresetIsOneField() {
    assertRefused(
        "{type: group, of: [{preset: box, name: a, radios: 3}]}",
        "of[0].radios",
        "unknown field 'radios' of box; allowed: name, size, layer, seed, lid, holes, inside,"
            + " radius, colour; did you mean 'radius'?");
    assertRefused(
        "{preset: group, of: [unit, big], radius: 3}",
        "radius",
        "'radius' stands at several places; allowed: of[0].radius, of[1].radius");
    assertRefused("{preset: big, radius: 0}", "radius", "must be above 0, is 0");
    assertRefused(
        "{preset: bit}",
        "preset",
        "unknown shape 'bit'; allowed: circle, group, box, unit, big; did you mean 'big'?");
    assertRefused(
        "{preset: big, type: circle}",
        "preset",
        "stands beside 'type'; only one of them names the shape");
  }

  @Test
  void anUnknownVariantIsAnsweredWithTheNearest() {
    assertRefused(
        "{type: group, of: [cirle]}",
        "of[0]",
        "unknown shape 'cirle'; allowed: circle, group, box, unit, big; did you mean 'circle'?");
  }

  @Test
  void anUnknownEnumValueIsAnsweredWithTheNearest() {
    assertRefused("{colour: blue}", "colour", "unknown colour 'blue'; allowed: red, dark-blue");
  }

  @Test
  void aTextRecordSaysWhatItExpects() {
    assertRefused(
        "{type: box, name: a, size: 3x4}",
        "size",
        "must be channels x height x width, such as 3x32x32; is '3x4'");
    assertRefused(
        "{type: box, name: a, size: {h: 1}}",
        "size",
        "must be channels x height x width, such as 3x32x32; is {\"h\":1}");
    assertEquals("size.height", refused("{type: box, name: a, size: 1x0x1}").path());
  }

  @Test
  void aValueGivenInPassingIsQuotedInItsRefusal() {
    BadInput refused = assertThrows(BadInput.class, () -> Bind.inline(Shape.class, "{radius: -1}"));
    assertEquals("'{radius: -1}': radius: must be above 0, is -1", refused.getMessage());
  }
}
