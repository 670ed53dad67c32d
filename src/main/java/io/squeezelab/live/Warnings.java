package io.squeezelab.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest warnings of a sweep. */
final class Warnings {
  private static final int MOST = 20;

  private final Deque<String> latest = new ArrayDeque<>();

  void add(String warning) {
    latest.addLast(warning);
    if (latest.size() > MOST) {
      latest.removeFirst();
    }
  }

  List<String> latest() {
    return List.copyOf(latest);
  }
}
