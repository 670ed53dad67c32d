package io.squeezelab.cli;

import io.squeezelab.live.web.Site;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that ask for a page. */
final class ServeOption {
  @Option(
      names = "--serve",
      paramLabel = "PORT",
      description = "also show it as a page on this port; 0: one that is free")
  private Integer port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "address that the page is served at; only this machine unless given")
  private String address;

  boolean asked() {
    return port != null;
  }

  /**
   * Takes the port; the page is served from {@link Site#show} on, and who calls that says {@link
   * #where}. Empty where nobody asked for one.
   *
   * @throws Problem if it cannot be had
   */
  Optional<Site> open(PrintWriter err) {
    Check.that(asked() || address == null, "--bind", "is nothing without --serve");
    if (!asked()) {
      return Optional.empty();
    }
    InetAddress at = at();
    Site site = Site.at(at, port);
    if (!at.isLoopbackAddress()) {
      err.println(
          "squeezelab: everybody who reaches "
              + address
              + " can read this page, the trials' logs included; it asks for no password");
    }
    err.flush();
    return Optional.of(site);
  }

  /** The sentence that tells where a page is that can be looked at. */
  static String where(Site site) {
    return "squeezelab: page of the sweep: " + site.url();
  }

  private InetAddress at() {
    try {
      return address == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new Problem("--bind", "must be an address of this machine, is '" + address + "'");
    }
  }
}
