package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A layer that notes what really goes through it and through every layer inside, for a count of
 * multiply-adds that owes nothing to {@link Layer#trace}.
 */
public record Watched(Layer inner, List<Watched.Run> runs) implements Layer {

  /**
   * One run of a layer that holds no other.
   *
   * @param in shape of its input, with the batch axis
   */
  public record Run(Layer layer, long[] in, long[] out) {

    /** Each number that a weight of more than one axis makes for one image costs one row of it. */
    public long macs() {
      long macs = 0;
      for (RecordComponent component : components(layer)) {
        if (component.getType() == Parameter.class
            && get(layer, component) instanceof Parameter p
            && p.trained()
            && p.shape().sizes().size() > 1) {
          long made = Arrays.stream(out).skip(1).reduce(1, (a, b) -> a * b);
          macs += made * (p.size() / p.shape().sizes().get(0));
        }
      }
      return macs;
    }
  }

  public static Watched of(Layer layer) {
    List<Run> runs = new ArrayList<>();
    return new Watched(rebuilt(layer, runs), runs);
  }

  private static <T> T rebuilt(T part, List<Run> runs) {
    if (!holdsOthers(part)) {
      return part;
    }
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components(part)) {
      values.add(watched(get(part, component), component.getGenericType(), runs));
    }
    return make(part, values);
  }

  /** What is declared as some layer is noted; what must keep its class is looked into. */
  private static Object watched(Object value, Type type, List<Run> runs) {
    if (type instanceof ParameterizedType list && value instanceof List<?> items) {
      Type each = list.getActualTypeArguments()[0];
      return items.stream().map(item -> watched(item, each, runs)).toList();
    }
    if (!isPart(type) || value == IDENTITY) {
      return value;
    }
    Object part = rebuilt(value, runs);
    return type == Layer.class ? new Watched((Layer) part, runs) : part;
  }

  private static RecordComponent[] components(Object part) {
    RecordComponent[] all = part.getClass().getRecordComponents();
    return all == null ? new RecordComponent[0] : all;
  }

  private static Object get(Object part, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T make(T like, List<Object> values) {
    try {
      Constructor<?> constructor = like.getClass().getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (T) constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean holdsOthers(Object part) {
    return part instanceof Record
        && Arrays.stream(components(part)).anyMatch(c -> isPart(c.getGenericType()));
  }

  /** Layers, joins, lists of them, and records of them, such as a fan. */
  private static boolean isPart(Type type) {
    if (type instanceof ParameterizedType list) {
      return isPart(list.getActualTypeArguments()[0]);
    }
    return type instanceof Class<?> c
        && (Layer.class.isAssignableFrom(c)
            || Join.class.isAssignableFrom(c)
            || c.isRecord()
                && Arrays.stream(c.getRecordComponents())
                    .anyMatch(r -> isPart(r.getGenericType())));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return inner.trace(in, sheet);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    if (runs.isEmpty()) { // the outermost comes first: how many images there are
      runs.add(new Run(IDENTITY, x.getShape().getShape(), x.getShape().getShape()));
    }
    NDArray y = inner.forward(pass, x);
    if (!holdsOthers(inner)) {
      runs.add(new Run(inner, x.getShape().getShape(), y.getShape().getShape()));
    }
    return y;
  }

  /**
   * What one image cost in the runs since this was made; a layer may have seen parts of it as
   * images.
   */
  public long macs() {
    long images = runs.get(0).in()[0];
    return runs.stream().mapToLong(run -> run.macs() * (run.in()[0] / images)).sum();
  }
}
