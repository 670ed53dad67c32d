package io.squeezelab.engine;

/**
 * The place in a network where a layer is being built: it gives names to what the layer declares.
 * Building needs no engine.
 *
 * @param path of the names of parameters
 * @param place the same, but where weights are shared: path of where the layer stands
 * @param again whether what is declared here has been declared before, by a layer whose weights
 *     this one shares
 * @param unit channels that the network's unit around the layer takes in; 0 where there is none
 */
public record Scope(Parameters parameters, String path, String place, boolean again, int unit) {

  /** The scope of a part: {@code layer1} in the outermost scope, then {@code layer1.0}, … */
  public Scope in(Object part) {
    return new Scope(parameters, join(path, part), join(place, part), again, unit);
  }

  /**
   * This scope for one of several layers that share their weights. The first to be built declares
   * the parameters; each later one gets the same by declaring the same names and shapes, and is
   * refused if they differ.
   *
   * @param here scope of where that one layer stands
   */
  public Scope shared(Scope here) {
    return new Scope(parameters, path, here.place, parameters.hold(path), here.unit);
  }

  /** This scope inside a unit of a network that takes in so many channels. */
  public Scope inUnitOf(int channels) {
    return new Scope(parameters, path, place, again, channels);
  }

  private static String join(String path, Object part) {
    return path.isEmpty() ? part.toString() : path + "." + part;
  }

  /** A matrix or kernel: trained, and meant by weight decay. */
  public Parameter weight(String name, Init init, long... shape) {
    return declare(name, init, true, true, shape);
  }

  /** A bias, or a norm's scale or shift: trained, and spared by weight decay unless asked. */
  public Parameter vector(String name, Init init, long... shape) {
    return declare(name, init, true, false, shape);
  }

  /** Numbers that are kept but not trained. */
  public Parameter buffer(String name, float initial, long... shape) {
    return buffer(name, Init.constant(initial), shape);
  }

  /** Numbers that are kept but not trained, and not all the same: a fixed basis. */
  public Parameter buffer(String name, Init init, long... shape) {
    return declare(name, init, false, false, shape);
  }

  private Parameter declare(
      String name, Init init, boolean trained, boolean decays, long... shape) {
    String full = in(name).path;
    return again
        ? parameters.get(full, trained, shape)
        : parameters.add(full, init, trained, decays, shape);
  }
}
