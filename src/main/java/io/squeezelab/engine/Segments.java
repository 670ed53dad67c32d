package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where each parameter lies in a flat array: segment after segment, each starting at a multiple of
 * 16 numbers (64 bytes, a cache line), so that kernels see aligned memory.
 */
public final class Segments {
  private static final int ALIGNMENT = 16;

  private final List<Parameter> parameters;
  private final int[] offsets;
  private final int[] places;
  private final long[][] shapes;
  private final long[] cuts;
  private final int length;

  /**
   * @param parameters all or some of the trained ones, or of the buffers, in their order
   */
  Segments(List<Parameter> parameters) {
    this.parameters = parameters;
    int count = parameters.size();
    this.offsets = new int[count == 0 ? 0 : parameters.get(count - 1).index() + 1];
    this.places = new int[count];
    this.shapes = new long[count][];
    List<Long> pieces = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      Parameter p = parameters.get(i);
      offsets[p.index()] = at;
      places[i] = pieces.size();
      shapes[i] = p.shape().toArray();
      int padded = (p.size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      pieces.add((long) p.size());
      if (padded > p.size()) {
        pieces.add((long) padded - p.size());
      }
      at += padded;
    }
    cuts = pieces.stream().mapToLong(Long::longValue).toArray();
    length = Math.max(at, ALIGNMENT);
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  public int length() {
    return length;
  }

  public int offset(Parameter parameter) {
    return offsets[parameter.index()];
  }

  /** Views of {@code flat}, one for each parameter in turn; gradients flow through them. */
  NDArray[] cut(NDArray flat) {
    NDArray[] views = new NDArray[parameters.size()];
    if (views.length == 0) {
      return views;
    }
    NDList pieces = JniUtils.split((PtNDArray) flat, cuts, 0);
    for (int i = 0; i < views.length; i++) {
      NDArray piece = pieces.get(places[i]);
      views[i] = shapes[i].length == 1 ? piece : piece.reshape(new Shape(shapes[i]));
      pieces.set(places[i], shapes[i].length == 1 ? null : piece);
    }
    pieces.stream().filter(Objects::nonNull).forEach(NDArray::close);
    return views;
  }

  /** Sorts the numbers of a flat array by parameter. */
  void read(float[] all, Map<String, float[]> into) {
    for (Parameter p : parameters) {
      into.put(p.name(), Arrays.copyOfRange(all, offset(p), offset(p) + p.size()));
    }
  }

  /** Puts the numbers of the named parameters in their places; gives {@code all} back. */
  float[] write(float[] all, Map<String, float[]> from) {
    for (Parameter p : parameters) {
      float[] numbers = from.get(p.name());
      if (numbers != null && numbers.length != p.size()) {
        throw new IllegalArgumentException(
            p.name() + " has " + p.size() + " numbers, is given " + numbers.length);
      }
      if (numbers != null) {
        System.arraycopy(numbers, 0, all, offset(p), numbers.length);
      }
    }
    return all;
  }
}
