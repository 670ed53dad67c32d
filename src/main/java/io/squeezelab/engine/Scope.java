package io.squeezelab.engine;

/**
 * The place in a network where a layer is being built: it gives names to what the layer declares.
 * Building needs no engine.
 */
public record Scope(Parameters parameters, String path) {

  /** The scope of a part: {@code layer1} in the outermost scope, then {@code layer1.0}, … */
  public Scope in(Object part) {
    return new Scope(parameters, path.isEmpty() ? part.toString() : path + "." + part);
  }

  /** A matrix or kernel: trained, and meant by weight decay. */
  public Parameter weight(String name, Init init, long... shape) {
    return parameters.add(in(name).path, init, true, true, shape);
  }

  /** A bias, or a norm's scale or shift: trained, and spared by weight decay unless asked. */
  public Parameter vector(String name, Init init, long... shape) {
    return parameters.add(in(name).path, init, true, false, shape);
  }

  /** Numbers that are kept but not trained. */
  public Parameter buffer(String name, float initial, long... shape) {
    return parameters.add(in(name).path, Init.constant(initial), false, false, shape);
  }
}
