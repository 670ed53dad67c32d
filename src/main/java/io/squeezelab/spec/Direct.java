package io.squeezelab.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a record from JSON without a tree between, many times faster than {@link Bind}: for the
 * lines that this program wrote itself, thousands of them. Only what is plainly in resolved form is
 * read; for anything else there is {@code null}, and Bind, which knows short forms and says what is
 * wrong.
 */
final class Direct {
  /** Numbers take most of the time; this reader rounds them as correctly as Java's, and sooner. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  private static final Object ABSENT = new Object();

  /** Not in the resolved form. */
  private static final class Unlike extends Exception {
    private static final long serialVersionUID = 1;
    private static final Unlike IT = new Unlike();

    Unlike() {
      super("not in resolved form", null, false, false);
    }
  }

  private final JsonParser parser;

  private Direct(JsonParser parser) {
    this.parser = parser;
  }

  /** The record, or null. */
  static Object read(Class<?> type, byte[] json, int from, int length) {
    try (JsonParser parser = FACTORY.createParser(json, from, length)) {
      Object value = new Direct(parser).value(type, parser.nextToken());
      return parser.nextToken() == null ? value : null;
    } catch (Unlike | IOException other) {
      return null;
    }
  }

  private Object value(Type type, JsonToken token) throws IOException, Unlike {
    if (type instanceof ParameterizedType many) {
      Type[] of = many.getActualTypeArguments();
      require(of.length == 1);
      return list(of[0], token);
    }
    Class<?> raw = Scalar.unboxed((Class<?>) type);
    if (raw == JsonNode.class) {
      return Trees.next(parser);
    }
    if (raw.isRecord()) {
      return record(Layout.of(raw), token);
    }
    require(!Family.is(raw));
    return raw.isPrimitive() ? primitive(raw, token) : text(raw, token);
  }

  private List<Object> list(Type item, JsonToken token) throws IOException, Unlike {
    require(token == JsonToken.START_ARRAY);
    List<Object> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(value(item, next));
    }
    return List.copyOf(items);
  }

  private Object record(Layout layout, JsonToken token) throws IOException, Unlike {
    require(token == JsonToken.START_OBJECT && layout.family() == null && !layout.text());
    List<Layout.Part> parts = layout.parts();
    Object[] values = new Object[parts.size()];
    Arrays.fill(values, ABSENT);
    int expected = 0;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      int at = layout.find(field, expected);
      require(at >= 0 && values[at] == ABSENT);
      JsonToken next = parser.nextToken();
      boolean absent = next == JsonToken.VALUE_NULL && parts.get(at).mayBeAbsent();
      values[at] = absent ? null : value(parts.get(at).type(), next);
      expected = at + 1;
    }
    require(parser.currentToken() == JsonToken.END_OBJECT);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == ABSENT ? standard(parts.get(i)) : values[i];
    }
    try {
      return layout.make(values);
    } catch (InvocationTargetException refused) {
      throw Unlike.IT;
    }
  }

  private static Object standard(Layout.Part part) throws Unlike {
    require(part.otherwise() != null);
    return Bind.standard(part);
  }

  private Object primitive(Class<?> type, JsonToken token) throws IOException, Unlike {
    boolean whole = token == JsonToken.VALUE_NUMBER_INT;
    if (type == double.class && token == JsonToken.VALUE_STRING) {
      return Scalar.notFinite(parser.getText()).orElseThrow(() -> Unlike.IT);
    }
    if (type == double.class) {
      require(whole || token == JsonToken.VALUE_NUMBER_FLOAT);
      return parser.getDoubleValue();
    }
    if (type == boolean.class) {
      require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
      return token == JsonToken.VALUE_TRUE;
    }
    require(whole && parser.getNumberType() != NumberType.BIG_INTEGER);
    if (type == long.class) {
      return parser.getLongValue();
    }
    require(type == int.class && parser.getNumberType() == NumberType.INT);
    return parser.getIntValue();
  }

  private Object text(Class<?> type, JsonToken token) throws IOException, Unlike {
    require(token == JsonToken.VALUE_STRING);
    String text = parser.getText();
    if (type == String.class) {
      return text;
    }
    require(Scalar.isConstant(type, text));
    return Scalar.constant(type, text);
  }

  private static void require(boolean met) throws Unlike {
    if (!met) {
      throw Unlike.IT;
    }
  }
}
