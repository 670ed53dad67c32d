package io.squeezelab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Expand;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Text;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Families;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant and preset of every family: what it prints reads back as itself. */
class RoundTripTest {
  /** Values of required fields that their kind alone does not give. */
  private static final Map<String, String> REQUIRED =
      Map.of("milestones", "[2, 5]", "folder", "pictures");

  static Stream<Arguments> members() {
    return Families.ALL.stream()
        .flatMap(
            type ->
                Family.of(type).names().stream()
                    .map(
                        name ->
                            Arguments.of(
                                Named.of(Names.kebab(type.getSimpleName()) + " " + name, type),
                                name)));
  }

  /** A member with its required fields written: a number, or the family's first member. */
  private static ObjectNode tree(Class<?> type, String name) {
    ObjectNode tree = Trees.object().put("type", name);
    Class<?> variant = Family.of(type).variants().get(name);
    if (variant != null) {
      for (RecordComponent component : variant.getRecordComponents()) {
        if (component.getAnnotation(Default.class) == null) {
          String field = Names.kebab(component.getName());
          tree.set(
              field, Trees.yaml(REQUIRED.getOrDefault(field, made(component.getGenericType()))));
        }
      }
    }
    return tree;
  }

  private static String made(Type type) {
    if (type instanceof ParameterizedType list) {
      String item = made(list.getActualTypeArguments()[0]);
      return "[" + item + ", " + item + "]";
    }
    Class<?> raw = (Class<?>) type;
    if (Family.is(raw)) {
      List<String> presets = List.copyOf(Family.of(raw).presets().keySet());
      return presets.isEmpty() ? Family.of(raw).names().get(0) : presets.get(0);
    }
    return raw.isRecord() && !raw.isAnnotationPresent(Text.class) ? "{}" : "3";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void jsonReadsBack(Class<?> type, String name) {
    Object value = Bind.read(type, tree(type, name));
    assertEquals(value, Bind.read(type, Trees.json(Trees.print(Print.tree(value)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void yamlReadsBack(Class<?> type, String name) {
    Object value = Bind.read(type, tree(type, name));
    assertEquals(value, Bind.read(type, Trees.yaml(Trees.printYaml(Print.tree(value)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void theBriefFormReadsBack(Class<?> type, String name) {
    Record value = (Record) Bind.read(type, tree(type, name));
    assertEquals(value, Bind.read(type, Print.brief(value)));
  }

  /** One value, one text: what is printed is what reading expands it to, fields in order. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void theResolvedFormIsCanonical(Class<?> type, String name) {
    JsonNode printed = Print.tree(Bind.read(type, tree(type, name)));
    assertEquals(Trees.print(printed), Trees.print(Expand.expand(type, printed)));
    assertFalse(printed.get("type").asText().isEmpty());
  }

  /** A default that is written and one that is left out are the same in short. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void theBriefFormLeavesDefaultsOut(Class<?> type, String name) {
    Record value = (Record) Bind.read(type, tree(type, name));
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Default otherwise = component.getAnnotation(Default.class);
      String field = Names.kebab(component.getName());
      if (otherwise != null && Print.brief(value).has(field)) {
        JsonNode standard =
            Expand.expand(component.getGenericType(), Trees.yaml(otherwise.value()));
        assertFalse(standard.equals(Print.tree(value).get(field)), field);
      }
    }
  }

  /** Else the short form would mean the preset, and the object the variant. */
  @Test
  void noPresetHasTheNameOfAVariant() {
    for (Class<?> type : Families.ALL) {
      Family family = Family.of(type);
      assertEquals(
          family.names().size(), family.names().stream().distinct().count(), type::getName);
    }
  }
}
