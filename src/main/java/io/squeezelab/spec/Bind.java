package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
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
      return raw.isAnnotationPresent(Text.class)
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
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String field = Names.kebab(components[i].getName());
      String where = Problem.join(path, field);
      JsonNode given = tree.get(field);
      boolean absent = given.isNull() && mayBeAbsent(components[i]);
      values[i] = absent ? null : make(components[i].getGenericType(), given, where);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.trySetAccessible();
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw refusal(e, path);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
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

  /** A component whose default is {@code null} may be null; no other may. */
  static boolean mayBeAbsent(RecordComponent component) {
    Default otherwise = component.getAnnotation(Default.class);
    return otherwise != null && otherwise.value().equals("null");
  }
}
