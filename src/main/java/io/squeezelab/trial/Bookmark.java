package io.squeezelab.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Print;
import io.squeezelab.train.Progress;
import java.util.Map;

/**
 * Where a trial was, besides its arrays.
 *
 * @param seconds of all its parts so far
 * @param resumed how many times it had gone on from a checkpoint
 * @param started when its first part began, in milliseconds since 1970
 * @param leftOut files that could not be decoded, and why
 */
record Bookmark(
    Progress progress, double seconds, int resumed, long started, Map<String, String> leftOut) {
  Bookmark {
    Check.atLeast("seconds", 0, seconds);
    Check.atLeast("resumed", 0, resumed);
  }

  static Bookmark read(JsonNode tree) {
    return Bind.read(Bookmark.class, tree);
  }

  /** Of a part that goes on from here. */
  Earlier earlier() {
    return new Earlier(resumed + 1, seconds, started);
  }

  JsonNode tree() {
    return Print.tree(this);
  }
}
