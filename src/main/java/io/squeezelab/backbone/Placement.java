package io.squeezelab.backbone;

import io.squeezelab.spec.Default;

/** Where attention sits: the position in each unit, and the stages whose units have it. */
public record Placement(@Default("standard") Position position, @Default("all") Stages stages) {
  public static final Placement STANDARD = new Placement(Position.STANDARD, Stages.ALL);
}
