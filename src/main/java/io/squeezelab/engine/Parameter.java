package io.squeezelab.engine;

/**
 * A tensor that a layer needs, as declared: it has a place among the {@link Parameters}, but no
 * numbers; those are in {@link Weights}.
 *
 * @param name stable and unique: {@code layer1.0.conv1.weight}
 * @param size numbers in it
 * @param trained false for a buffer, such as batch norm's running mean
 * @param decays whether weight decay means it: matrices and kernels, not biases and norms
 * @param index place among the trained ones, or among the buffers
 */
public record Parameter(
    String name, ShapeOf shape, int size, Init init, boolean trained, boolean decays, int index) {

  /** A shape as a value; a record's array would be mutable and compare by identity. */
  public record ShapeOf(java.util.List<Long> sizes) {
    public long[] toArray() {
      return sizes.stream().mapToLong(Long::longValue).toArray();
    }
  }
}
