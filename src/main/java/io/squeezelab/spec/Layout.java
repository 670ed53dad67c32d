package io.squeezelab.spec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * What reflection says about a record, asked once a class: it answers slowly, and a folder of
 * results has millions of records.
 *
 * @param family the sealed interface that the record is a variant of; null where it is none
 * @param text whether it is written as one text
 */
record Layout(List<Part> parts, Constructor<?> constructor, Class<?> family, boolean text) {
  private static final ClassValue<Layout> KNOWN =
      new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> type) {
          return made(type);
        }
      };

  /**
   * A component.
   *
   * @param field its name in files
   * @param otherwise null where it must be written
   * @param mayBeAbsent whether its default is {@code null}; no other component may be null
   */
  record Part(String field, Type type, Default otherwise, boolean mayBeAbsent, Method accessor) {
    Object of(Record record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(accessor + " cannot be read", e);
      }
    }
  }

  static Layout of(Class<?> record) {
    return KNOWN.get(record);
  }

  private static Layout made(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.trySetAccessible();
      List<Part> parts = Arrays.stream(components).map(Layout::part).toList();
      boolean text = type.isAnnotationPresent(Text.class);
      return new Layout(parts, constructor, Family.above(type), text);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private static Part part(RecordComponent component) {
    Default otherwise = component.getAnnotation(Default.class);
    boolean mayBeAbsent = otherwise != null && otherwise.value().equals("null");
    component.getAccessor().trySetAccessible();
    return new Part(
        Names.kebab(component.getName()),
        component.getGenericType(),
        otherwise,
        mayBeAbsent,
        component.getAccessor());
  }

  /**
   * Which part has this name; -1 for none.
   *
   * @param guess looked at first: fields mostly come in order
   */
  int find(String field, int guess) {
    if (guess < parts.size() && parts.get(guess).field.equals(field)) {
      return guess;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).field.equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * @throws InvocationTargetException around what the constructor refuses
   */
  Object make(Object... values) throws InvocationTargetException {
    try {
      return constructor.newInstance(values);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }
}
