package io.squeezelab.live.web;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may ask, and what answers say against misuse. A page from elsewhere that makes its own name
 * point to this machine sends that name; it is refused, since only names of this machine and plain
 * addresses are known here.
 */
final class Guard {
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[\\w.-]+)(:\\d{1,5})?");
  private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
  private final boolean open;

  /**
   * @param bound address that is listened at
   */
  Guard(InetAddress bound) {
    open = !bound.isLoopbackAddress();
    if (open) {
      names.add(bound.getHostName().toLowerCase(Locale.ROOT));
      names.add(machine());
    }
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  /** Why a request is not answered; empty where it is. */
  Optional<Reply> refusal(String method, Headers headers) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Optional.of(Reply.refusal(405, "only GET and HEAD"));
    }
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !known(hosts.get(0))) {
      return Optional.of(Reply.refusal(421, "this is no name of this machine"));
    }
    return Optional.empty();
  }

  private boolean known(String host) {
    Matcher parts = HOST.matcher(host);
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    return names.contains(name) || open && ADDRESS.matcher(name).matches();
  }

  /**
   * @param policy what a page may load
   */
  static void harden(Headers headers, String policy) {
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-cache");
  }
}
