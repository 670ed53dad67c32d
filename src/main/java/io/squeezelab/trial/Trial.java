package io.squeezelab.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.data.Data;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Train;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One network, trained once, from one seed. */
public record Trial(
    Data data,
    Backbone backbone,
    @Default("none") Attention attention,
    @Default("{}") Placement placement,
    @Default("none") Start start,
    Train train,
    long seed) {
  /**
   * Raised by every change of this code that changes the numbers a trial gives, so that old results
   * are not taken for new ones.
   */
  private static final int NUMERICS = 4;

  public Recipe recipe() {
    return new Recipe(data, backbone, attention, placement, start, train);
  }

  /**
   * What makes two trials the same: 12 hex digits of the SHA-256 of the canonical form. Fields at
   * their defaults do not count, so that a new field leaves the identity of old trials as it is; of
   * a weights file its content counts, and not where it is.
   */
  public String id() {
    ObjectNode what = (ObjectNode) Print.brief(this);
    if (start instanceof FromWeights file) {
      file.identify((ObjectNode) what.get("start"));
    }
    what.put("numerics", NUMERICS);
    byte[] text = Trees.canonical(what).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The resolved form, with every value. */
  public JsonNode resolved() {
    return Print.tree(this);
  }
}
