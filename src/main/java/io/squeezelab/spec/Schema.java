package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What may be written for a type, as JSON Schema (2020-12). It comes from the records themselves,
 * so that a new variant or field is in it.
 */
public final class Schema {
  private final ObjectNode definitions = Trees.object();
  private final Map<Class<?>, String> names = new LinkedHashMap<>();
  private final JsonNode meanings;

  /**
   * @param meanings what the types and their fields mean: by class name, then by field, the type
   *     itself under {@code is}
   */
  public Schema(JsonNode meanings) {
    this.meanings = meanings;
  }

  /** What the schemas so far refer to, for {@code $defs}. */
  public ObjectNode definitions() {
    return definitions;
  }

  /** Every record and family met so far. */
  public Set<Class<?>> types() {
    return new LinkedHashSet<>(names.keySet());
  }

  /** The schema of a type; families and records are references to {@link #definitions}. */
  public ObjectNode of(Type type) {
    if (type instanceof ParameterizedType many) {
      Type[] of = many.getActualTypeArguments();
      ObjectNode inner = of(of[of.length - 1]);
      return of.length == 1
          ? Leaf.kind("array").set("items", inner)
          : Leaf.kind("object").set("additionalProperties", inner);
    }
    Class<?> raw = Scalar.unboxed((Class<?>) type);
    if (raw == JsonNode.class) {
      return Trees.object();
    }
    if (raw.isAnnotationPresent(Text.class)) {
      return Leaf.text(raw.getAnnotation(Text.class));
    }
    return Family.is(raw) || raw.isRecord() ? reference(raw) : Leaf.scalar(raw);
  }

  private ObjectNode reference(Class<?> type) {
    String name = names.get(type);
    if (name == null) {
      name = free(Family.is(type) ? Family.of(type).name() : Names.kebab(type.getSimpleName()));
      names.put(type, name);
      definitions.putObject(name); // its place, for what refers to it from inside
      ObjectNode whole = Family.is(type) ? family(type, name) : record(type);
      definitions.set(name, whole);
    }
    return Trees.object().put("$ref", place(type));
  }

  /** Of the definition of a type that was met. */
  String place(Class<?> type) {
    return "#/$defs/" + names.get(type);
  }

  /** Values by their paths within a record, a few fields deep, and by any other path. */
  public ObjectNode paths(Class<?> record) {
    reference(record);
    return PathSchema.of(record, this);
  }

  private String free(String name) {
    return definitions.has(name) ? free(name + "-") : name;
  }

  private ObjectNode family(Class<?> type, String name) {
    Family family = Family.of(type);
    family
        .variants()
        .forEach(
            (variant, record) -> {
              names.put(record, name + "." + variant);
              definitions.set(
                  name + "." + variant, Choice.variant(family, variant, record(record)));
            });
    return said(Trees.object(), type, "is").setAll(Choice.of(family, name));
  }

  private ObjectNode record(Class<?> type) {
    ObjectNode whole = said(Leaf.kind("object"), type, "is");
    ObjectNode fields = whole.putObject("properties");
    ArrayNode required = Trees.list();
    Map<String, ObjectNode> bounds = Bounds.of(type);
    for (Layout.Part part : Layout.of(type).parts()) {
      ObjectNode its = bounds.getOrDefault(part.field(), Trees.object());
      fields.set(part.field(), said(field(part, its), type, part.field()));
      if (part.otherwise() == null) {
        required.add(part.field());
      }
    }
    whole.put("additionalProperties", false);
    return required.isEmpty() ? whole : whole.set("required", required);
  }

  private ObjectNode field(Layout.Part part, ObjectNode bounds) {
    ObjectNode field = of(part.type()).setAll(bounds);
    if (part.mayBeAbsent()) {
      ObjectNode either = Trees.object();
      either.putArray("anyOf").add(field).add(Leaf.kind("null"));
      field = either;
    }
    return part.otherwise() == null
        ? field
        : field.set("default", Trees.standard(part.otherwise()));
  }

  private ObjectNode said(ObjectNode of, Class<?> type, String field) {
    String text = meanings.path(type.getName()).path(field).asText("");
    return text.isEmpty() ? of : of.put("description", text);
  }
}
