package io.squeezelab.notebook;

import io.squeezelab.live.TerminalSize;
import io.squeezelab.sweep.Workers;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where this program lies, whose classes a kernel loads beside its own. */
final class Program {
  private Program() {}

  /** Tells those who start other processes of it, and those who would draw on a terminal. */
  static void known() {
    String own = System.getenv().getOrDefault("SQUEEZELAB_CLASSPATH", "");
    Path jar = jar();
    String path = jar + File.pathSeparator + jar.resolveSibling("lib").resolve("*");
    System.setProperty(TerminalSize.NONE, "true");
    System.setProperty(Workers.CLASS_PATH, own.isEmpty() ? path : path + File.pathSeparator + own);
  }

  private static Path jar() {
    try {
      return Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
