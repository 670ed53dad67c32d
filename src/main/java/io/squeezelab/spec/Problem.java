package io.squeezelab.spec;

/**
 * One thing wrong at one place of a tree. Whoever knows the file turns it into a {@link BadInput}
 * with file and line.
 */
public final class Problem extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String path;

  /**
   * @param path where, as dotted field names with list positions in brackets: {@code
   *     attention.excite.reduction}, {@code axes.seed[2]}; empty for the root
   * @param message what is wrong there, with the value and what is allowed
   */
  public Problem(String path, String message) {
    super(message);
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** The same problem, seen from {@code parent}: this path becomes relative to it. */
  public Problem under(String parent) {
    Problem seen = new Problem(join(parent, path), getMessage());
    seen.initCause(this);
    return seen;
  }

  /** {@code a.b} from {@code a} and {@code b}; list positions such as {@code [3]} take no dot. */
  public static String join(String parent, String child) {
    if (parent.isEmpty() || child.isEmpty()) {
      return parent + child;
    }
    return child.startsWith("[") ? parent + child : parent + "." + child;
  }
}
