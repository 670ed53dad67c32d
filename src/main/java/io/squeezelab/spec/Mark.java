package io.squeezelab.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a value of a tree stands, and those in it: a tree of the same form as the values, since a
 * path for each value would be as long as its depth.
 */
final class Mark {
  private final String file;
  private final int line;
  private final Map<String, Mark> inner = new LinkedHashMap<>();

  /**
   * @param file empty for a text without a name
   * @param line from 1; 0 where there is none
   */
  Mark(String file, int line) {
    this.file = file;
    this.line = line;
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  /**
   * @param key a field's name, or {@code [3]}
   */
  void put(String key, Mark mark) {
    inner.put(key, mark);
  }

  /** Null where there is none. */
  Mark get(String key) {
    return inner.get(key);
  }

  void remove(String key) {
    inner.remove(key);
  }

  /** Of the field at this path, or of the nearest above; there, of a {@link Fields} further in. */
  Mark at(String path) {
    Found found = deepest(path, 0);
    Mark further = found.end == path.length() ? null : found.mark.get(Fields.last(path));
    return further == null ? found.mark : further;
  }

  /**
   * @param end how much of the path leads there
   */
  private record Found(Mark mark, int end) {}

  /** Names may have dots, so that a path may be taken apart in more than one way. */
  private Found deepest(String path, int from) {
    Found best = new Found(this, from);
    for (Map.Entry<String, Mark> one : inner.entrySet()) {
      int start = from < path.length() && path.charAt(from) == '.' ? from + 1 : from;
      int end = start + one.getKey().length();
      if (path.startsWith(one.getKey(), start) && ends(path, end) && end > from) {
        Found found = one.getValue().deepest(path, end);
        best = found.end > best.end ? found : best;
      }
    }
    return best;
  }

  private static boolean ends(String path, int end) {
    return end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[';
  }

  /** As a message begins: {@code a.yaml:3: }. */
  @Override
  public String toString() {
    if (file.isEmpty()) {
      return "";
    }
    return line > 0 ? file + ":" + line + ": " : file + ": ";
  }
}
