package io.squeezelab.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What makes the trials of a recipe the same or different. A sweep asks for the identity of
 * thousands of trials again and again, whose recipes are few, so those are remembered.
 */
final class Identity {
  /**
   * Raised by every change of this code that changes the numbers a trial gives, so that old results
   * are not taken for new ones.
   */
  private static final int NUMERICS = 4;

  private static final String SEED = "seed";
  private static final int MOST = 10_000;
  private static final Map<Recipe, Identity> KNOWN = new ConcurrentHashMap<>();

  private final String before;
  private final String behind;
  private final Map<Long, String> ids = new ConcurrentHashMap<>();

  private Identity(String before, String behind) {
    this.before = before;
    this.behind = behind;
  }

  static Identity of(Recipe recipe) {
    if (recipe.start() instanceof FromWeights file
        && (file.content().isEmpty() || file.rename().size() > 1)) {
      return made(recipe); // its file may change; equal maps may have their rules in another order
    }
    if (KNOWN.size() > MOST) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(recipe, Identity::made);
  }

  /** The canonical form with a gap for the seed. */
  private static Identity made(Recipe recipe) {
    ObjectNode what = (ObjectNode) Print.brief(recipe);
    if (recipe.start() instanceof FromWeights file) {
      file.identify((ObjectNode) what.get("start"));
    }
    what.put("numerics", NUMERICS);
    ObjectNode before = Trees.object();
    ObjectNode behind = Trees.object();
    what.properties()
        .forEach(
            f -> (f.getKey().compareTo(SEED) < 0 ? before : behind).set(f.getKey(), f.getValue()));
    String open = Trees.canonical(before);
    return new Identity(
        open.substring(0, open.length() - 1) + ",\"" + SEED + "\":",
        "," + Trees.canonical(behind).substring(1));
  }

  String id(long seed) {
    return ids.computeIfAbsent(seed, this::hash);
  }

  private String hash(long seed) {
    byte[] text = (before + seed + behind).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
