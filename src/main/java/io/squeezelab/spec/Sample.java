package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values that a record takes, for what must be written: the first that it does not refuse. */
final class Sample {
  private static final int MOST = 500;
  private static final List<String> WHOLE = List.of("4", "3", "2", "1");
  private static final List<String> TEXTS = List.of("3", "7", "4", "[3, 7]", "4x4", "2x2", "a");

  private Sample() {}

  /** What must be written of it; null where nothing is found that it takes. */
  static ObjectNode of(Class<?> record) {
    List<ObjectNode> samples = List.of(Trees.object());
    for (Layout.Part part : Layout.of(record).parts()) {
      samples = part.otherwise() == null ? longer(samples, part) : samples;
    }
    return samples.stream().filter(tree -> taken(record, tree)).findFirst().orElse(null);
  }

  private static List<ObjectNode> longer(List<ObjectNode> samples, Layout.Part part) {
    List<ObjectNode> longer = new ArrayList<>();
    for (JsonNode value : values(part.type())) {
      for (ObjectNode sample : samples) {
        if (longer.size() < MOST) {
          ObjectNode tree = sample.deepCopy();
          tree.set(part.field(), value);
          longer.add(tree);
        }
      }
    }
    return longer;
  }

  private static boolean taken(Class<?> record, ObjectNode tree) {
    try {
      Bind.read(record, tree);
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  private static List<JsonNode> values(Type type) {
    if (type instanceof ParameterizedType many) {
      Type[] of = many.getActualTypeArguments();
      return of.length == 2
          ? List.of(Trees.object())
          : values(of[0]).stream().map(one -> (JsonNode) Trees.list().add(one).add(one)).toList();
    }
    Class<?> raw = Scalar.unboxed((Class<?>) type);
    if (Family.is(raw)) {
      return members(Family.of(raw));
    }
    if (raw.isRecord()) {
      return raw.isAnnotationPresent(Text.class) ? yaml(TEXTS) : whole(raw);
    }
    if (raw.isEnum()) {
      return yaml(
          Arrays.stream(raw.getEnumConstants()).map(one -> Names.kebab(one.toString())).toList());
    }
    return raw == boolean.class
        ? yaml(List.of("false"))
        : yaml(raw == double.class ? List.of("0.5", "2") : raw == String.class ? TEXTS : WHOLE);
  }

  private static List<JsonNode> whole(Class<?> record) {
    ObjectNode sample = of(record);
    return sample == null ? List.of() : List.of(sample);
  }

  /** The variants that need nothing; where there is none, the others with what they need. */
  private static List<JsonNode> members(Family family) {
    List<JsonNode> plain = new ArrayList<>();
    List<JsonNode> longer = new ArrayList<>();
    family
        .variants()
        .forEach(
            (name, variant) -> {
              boolean alone = Choice.standsAlone(family, name);
              ObjectNode sample = alone || !plain.isEmpty() ? Trees.object() : of(variant);
              if (sample != null) {
                (alone ? plain : longer).add(sample.put("type", name));
              }
            });
    return plain.isEmpty() ? longer : plain;
  }

  private static List<JsonNode> yaml(List<String> texts) {
    return texts.stream().map(Trees::yaml).toList();
  }
}
