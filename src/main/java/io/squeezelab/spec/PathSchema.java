package io.squeezelab.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Fields of a record by their paths, {@code optimizer.momentum}, as JSON Schema: of families those
 * of all variants, so that a field may have one of several schemas.
 */
final class PathSchema {
  private static final int DEEPEST = 3;

  private final Schema types;
  private final Map<String, Set<String>> found = new LinkedHashMap<>();

  private PathSchema(Schema types) {
    this.types = types;
  }

  /** An object that may have a value for each path. */
  static ObjectNode of(Class<?> record, Schema types) {
    PathSchema paths = new PathSchema(types);
    paths.walk("", record, DEEPEST);
    ObjectNode whole = Trees.object().put("type", "object");
    ObjectNode fields = whole.putObject("properties");
    paths.found.forEach((path, places) -> fields.set(path, any(places)));
    return whole;
  }

  private static ObjectNode any(Set<String> places) {
    ObjectNode any = Trees.object();
    if (places.size() == 1) {
      return any.put("$ref", places.iterator().next());
    }
    ArrayNode all = any.putArray("anyOf");
    places.forEach(place -> all.addObject().put("$ref", place));
    return any;
  }

  private void walk(String above, Class<?> record, int depth) {
    for (Layout.Part part : Layout.of(record).parts()) {
      String path = Problem.join(above, part.field());
      String place = types.place(record) + "/properties/" + part.field();
      found.computeIfAbsent(path, one -> new LinkedHashSet<>()).add(place);
      if (depth > 1) {
        inner(path, part.type(), depth - 1);
      }
    }
  }

  private void inner(String path, Type type, int depth) {
    if (!(type instanceof Class<?> raw) || raw.isAnnotationPresent(Text.class)) {
      return;
    }
    if (Family.is(raw)) {
      Family.of(raw).variants().values().forEach(variant -> walk(path, variant, depth));
    } else if (raw.isRecord()) {
      walk(path, raw, depth);
    }
  }
}
