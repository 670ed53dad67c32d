package io.squeezelab.experiment;

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
}
