package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
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

    /** Each number that a weight of more than one axis makes costs one row of it. */
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

  private static Layer rebuilt(Layer layer, List<Run> runs) {
    if (!(layer instanceof Record)) {
      return layer;
    }
    boolean holds = false;
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components(layer)) {
      Object value = get(layer, component);
      if (component.getType() == Layer.class) {
        holds = true;
        value = watched((Layer) value, runs);
      } else if (component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] == Layer.class) {
        holds = true;
        value = ((List<?>) value).stream().map(item -> watched((Layer) item, runs)).toList();
      }
      values.add(value);
    }
    return holds ? make(layer.getClass(), values) : layer;
  }

  private static Layer watched(Layer layer, List<Run> runs) {
    return layer == IDENTITY ? layer : new Watched(rebuilt(layer, runs), runs);
  }

  private static RecordComponent[] components(Layer layer) {
    RecordComponent[] all = layer.getClass().getRecordComponents();
    return all == null ? new RecordComponent[0] : all;
  }

  private static Object get(Layer layer, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(layer);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Layer make(Class<?> type, List<Object> values) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (Layer) constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private boolean holdsOthers() {
    return Arrays.stream(components(inner))
        .anyMatch(
            c ->
                c.getType() == Layer.class
                    || c.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] == Layer.class);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return inner.trace(in, sheet);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray y = inner.forward(pass, x);
    if (!holdsOthers()) {
      runs.add(new Run(inner, x.getShape().getShape(), y.getShape().getShape()));
    }
    return y;
  }

  /** What one image cost in the runs since this was made. */
  public long macs() {
    return runs.stream().mapToLong(Run::macs).sum();
  }
}
