package io.squeezelab.data;

/** What lies outside an image that is cropped with padding. */
public enum Border {
  BLACK {
    @Override
    public int inside(int at, int size) {
      return at < 0 || at >= size ? -1 : at;
    }
  },
  /** The image mirrored at its outermost pixels, which are not repeated. */
  REFLECT {
    @Override
    public int inside(int at, int size) {
      int mirrored = Math.abs(at);
      return mirrored < size ? mirrored : 2 * (size - 1) - mirrored;
    }
  };

  /**
   * The row or column of the image that is seen at {@code at}, which may be up to {@code size - 1}
   * outside; -1 for none.
   */
  public abstract int inside(int at, int size);
}
