package io.squeezelab.cli;

import io.squeezelab.trial.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"squeezelab " + Version.text()};
  }
}
