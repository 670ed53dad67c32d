package io.squeezelab.engine;

import static java.util.stream.Collectors.joining;

import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** All that the layers of one network have declared, in the order of declaration. */
public final class Parameters {
  private final List<Parameter> trained = new ArrayList<>();
  private final List<Parameter> buffers = new ArrayList<>();
  private final NavigableMap<String, Parameter> byName = new TreeMap<>();

  /** In all trained parameters: they lie in one array. */
  private int numbers;

  /** The outermost scope. */
  public Scope scope() {
    return new Scope(this, "", "", false, 0);
  }

  Parameter add(String name, Init init, boolean isTrained, boolean decays, long... shape) {
    if (byName.containsKey(name)) {
      throw new IllegalStateException("two parameters are called " + name);
    }
    List<Parameter> list = isTrained ? trained : buffers;
    int size = size(name, shape);
    if (isTrained && Integer.MAX_VALUE - numbers < size) {
      throw new Problem("", "more than " + Integer.MAX_VALUE + " parameters, with " + name);
    }
    numbers += isTrained ? size : 0;
    Parameter.ShapeOf of = new Parameter.ShapeOf(LongStream.of(shape).boxed().toList());
    Parameter parameter = new Parameter(name, of, size, init, isTrained, decays, list.size());
    list.add(parameter);
    byName.put(name, parameter);
    return parameter;
  }

  /**
   * One that has been declared before, for a layer that shares it.
   *
   * @throws Problem if there is none of this name, or it is of another shape
   */
  Parameter get(String name, boolean isTrained, long... shape) {
    Parameter known = byName.get(name);
    if (known == null) {
      throw new Problem("", "cannot share: the first place has no " + name);
    }
    if (!Arrays.equals(known.shape().toArray(), shape) || known.trained() != isTrained) {
      String first = sides(known.shape().toArray());
      throw new Problem(
          "",
          "cannot share " + name + ": " + first + " at the first place, " + sides(shape) + " here");
    }
    return known;
  }

  /** Whether anything has been declared in the scope of this path. */
  boolean hold(String path) {
    String next = byName.ceilingKey(path + ".");
    return next != null && next.startsWith(path + ".");
  }

  private static String sides(long... shape) {
    return LongStream.of(shape).mapToObj(Long::toString).collect(joining("x"));
  }

  /** An engine's array is indexed by int, so a parameter has fewer than 2³¹ numbers. */
  private static int size(String name, long... shape) {
    try {
      return Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
    } catch (ArithmeticException e) {
      String most = "; a parameter has at most " + Integer.MAX_VALUE + " numbers";
      throw new Problem("", name + " would have the shape " + sides(shape) + most);
    }
  }

  public List<Parameter> trained() {
    return List.copyOf(trained);
  }

  public List<Parameter> buffers() {
    return List.copyOf(buffers);
  }
}
