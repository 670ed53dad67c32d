package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records from trees. A record's constructor has the last word on its values. */
public final class Bind {
  private Bind() {}

  /** Expands {@code tree} and makes the value; throws {@link Problem}. */
  public static <T> T read(Class<T> type, JsonNode tree) {
    return type.cast(make(type, Expand.expand(type, tree), ""));
  }

  /**
   * Reads a part of a JSON text, fast where it is in resolved form.
   *
   * @throws Problem if it is no such value
   * @throws BadInput if it is malformed
   */
  public static <T> T json(Class<T> type, byte[] text, int from, int length) {
    Object direct = Direct.read(type, text, from, length);
    return direct != null
        ? type.cast(direct)
        : read(type, Trees.json(new String(text, from, length, StandardCharsets.UTF_8)));
  }

  /** Makes the value of a tree that {@link Expand} has given. */
  public static <T> T resolved(Class<T> type, JsonNode tree) {
    return type.cast(make(type, tree, ""));
  }

  /** Reads a value given on the command line or in code: a name, or inline YAML or JSON. */
  public static <T> T inline(Class<T> type, String text) {
    try {
      return read(type, Trees.yaml(text));
    } catch (Problem problem) {
      String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
      throw new BadInput("'" + text + "': " + field + problem.getMessage(), problem);
    } catch (BadInput malformed) {
      throw new BadInput("'" + text + "': " + malformed.getMessage(), malformed);
    }
  }

  /** The default of a component, which has one. */
  static Object standard(Layout.Part part) {
    JsonNode written = Trees.standard(part.otherwise());
    return written.isNull() && part.mayBeAbsent()
        ? null
        : make(part.type(), Expand.expand(part.type(), written), "");
  }

  private static Object make(Type type, JsonNode tree, String path) {
    if (type instanceof ParameterizedType many) {
      Type[] of = many.getActualTypeArguments();
      return of.length == 1 ? list(of[0], tree, path) : map(of[1], tree, path);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == JsonNode.class) {
      return tree;
    }
    if (Family.is(raw)) {
      return record(Family.of(raw).variant(tree.get("type").asText()), tree, path);
    }
    if (raw.isRecord()) {
      return Layout.of(raw).text()
          ? call(Expand.parser(raw), path, Print.flat(tree))
          : record(raw, tree, path);
    }
    return Scalar.make(raw, tree);
  }

  private static List<Object> list(Type item, JsonNode tree, String path) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      items.add(make(item, tree.get(i), path + "[" + i + "]"));
    }
    return List.copyOf(items);
  }

  private static Map<String, Object> map(Type item, JsonNode tree, String path) {
    Map<String, Object> items = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : tree.properties()) {
      String where = Problem.join(path, one.getKey());
      items.put(one.getKey(), make(item, one.getValue(), where));
    }
    return Collections.unmodifiableMap(items);
  }

  private static Object record(Class<?> type, JsonNode tree, String path) {
    Layout layout = Layout.of(type);
    Object[] values = new Object[layout.parts().size()];
    for (int i = 0; i < values.length; i++) {
      Layout.Part part = layout.parts().get(i);
      JsonNode given = tree.get(part.field());
      boolean absent = given.isNull() && part.mayBeAbsent();
      String where = Problem.join(path, part.field());
      values[i] = absent ? null : make(part.type(), given, where);
    }
    try {
      return layout.make(values);
    } catch (InvocationTargetException e) {
      throw refusal(e, path);
    }
  }

  /** Calls a static method of a record, such as its {@code parse}. */
  static Object call(Method method, String path, Object... arguments) {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw refusal(e, path);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException refusal(InvocationTargetException e, String path) {
    if (e.getCause() instanceof Problem problem) {
      return problem.under(path);
    }
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return new Problem(path, refused.getMessage());
    }
    return e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
  }
}
