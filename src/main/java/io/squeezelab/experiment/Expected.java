package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.util.List;

/**
 * What an experiment is held against.
 *
 * @param claims in the order of the file
 * @param reference what a publication prints for the same arms; null for none
 */
public record Expected(List<Claim> claims, Reference reference) {
  public static final Expected NOTHING = new Expected(List.of(), null);

  public Expected {
    claims = List.copyOf(claims);
  }

  /** The same, where a search has found more arms since: they may be those that are meant. */
  public Expected among(List<Arm> arms, String baseline) {
    return new Stated(new ArmNames(arms, baseline), null, false).of(tree());
  }

  /** As a file has it; without the fields that there are none of. */
  ObjectNode tree() {
    ObjectNode tree = Trees.object();
    if (!claims.isEmpty()) {
      tree.set("claims", Print.tree(claims.stream().map(Claim::text).toList()));
    }
    if (reference != null) {
      tree.set("reference", Print.tree(reference));
    }
    return tree;
  }
}
