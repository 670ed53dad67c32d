package io.squeezelab.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** All that the layers of one network have declared, in the order of declaration. */
public final class Parameters {
  private final List<Parameter> trained = new ArrayList<>();
  private final List<Parameter> buffers = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** The outermost scope. */
  public Scope scope() {
    return new Scope(this, "");
  }

  Parameter add(String name, Init init, boolean isTrained, boolean decays, long... shape) {
    if (!names.add(name)) {
      throw new IllegalStateException("two parameters are called " + name);
    }
    List<Parameter> list = isTrained ? trained : buffers;
    int size = Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
    Parameter.ShapeOf of = new Parameter.ShapeOf(LongStream.of(shape).boxed().toList());
    Parameter parameter = new Parameter(name, of, size, init, isTrained, decays, list.size());
    list.add(parameter);
    return parameter;
  }

  public List<Parameter> trained() {
    return List.copyOf(trained);
  }

  public List<Parameter> buffers() {
    return List.copyOf(buffers);
  }
}
