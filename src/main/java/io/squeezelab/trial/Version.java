package io.squeezelab.trial;

import io.squeezelab.spec.Trees;

/** Which build of this project runs. */
public final class Version {
  private Version() {}

  /** {@code 0.1.0 (commit 1a2b3c4)}; the commit as far as the launcher knows it. */
  public static String text() {
    String version = Trees.resource(Version.class, "version.yaml").path("version").asText("?");
    String commit = System.getenv().getOrDefault("SQUEEZELAB_COMMIT", "");
    return commit.isBlank() ? version : version + " (commit " + commit + ")";
  }
}
