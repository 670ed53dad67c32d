package io.squeezelab.live.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.squeezelab.live.Snapshot;
import io.squeezelab.results.Folder;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The page of a sweep on a port of this machine. */
public final class Site implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int PORTS = 65535;
  private static final long LAST_LOOK = 3_000_000_000L; // the page asks every two seconds
  private static final long PAUSE = 20; // milliseconds

  static {
    // a client that stops in the middle of its request must not keep a thread; seconds
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "60");
  }

  private final HttpServer server;
  private final Guard guard;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "page");
            thread.setDaemon(true);
            return thread;
          });
  private Store store;
  private volatile long asked = Long.MIN_VALUE;

  private Site(HttpServer server, InetAddress bound) {
    this.server = server;
    this.guard = new Guard(bound);
  }

  /**
   * Takes the port; nothing is served yet.
   *
   * @param port 0 for any that is free
   * @throws Problem if it cannot be had
   */
  public static Site at(InetAddress address, int port) {
    Check.that(port >= 0 && port <= PORTS, "--serve", "must be 0 to " + PORTS + ", is " + port);
    try {
      return new Site(HttpServer.create(new InetSocketAddress(address, port), 0), address);
    } catch (BindException taken) {
      String why = "port " + port + " of " + address.getHostAddress() + " cannot be had";
      throw new Problem(
          "--serve", why + " (" + taken.getMessage() + "); give another, or 0 for a free one");
    } catch (IOException e) {
      throw new Problem("--serve", "the page cannot be served: " + e.getMessage());
    }
  }

  /** Where a browser finds it. */
  public String url() {
    InetAddress bound = server.getAddress().getAddress();
    String host = bound.isAnyLocalAddress() ? "localhost" : bound.getHostAddress();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + server.getAddress().getPort() + "/";
  }

  /**
   * Serves from now on.
   *
   * @param sweep how it stands at this moment
   */
  public void show(Folder folder, Supplier<Snapshot> sweep) {
    store = new Store(folder);
    Answers answers = new Answers(folder, sweep, store);
    server.createContext("/", exchange -> serve(exchange, answers));
    server.setExecutor(threads);
    server.start();
  }

  private void serve(HttpExchange exchange, Answers answers) throws IOException {
    try (exchange) {
      asked = System.nanoTime();
      send(exchange, reply(exchange, answers));
    }
  }

  private Reply reply(HttpExchange exchange, Answers answers) {
    Optional<Reply> refusal =
        guard.refusal(exchange.getRequestMethod(), exchange.getRequestHeaders());
    try {
      return refusal.orElseGet(() -> answers.to(exchange.getRequestURI()));
    } catch (RuntimeException e) { // a folder that is gone, say; nothing of it goes out
      return Reply.refusal(500, "this cannot be shown at the moment");
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    Guard.harden(headers, reply.policy());
    headers.set("Content-Type", reply.type());
    if (reply.status() == 200) {
      headers.set("ETag", reply.tag());
    }
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (reply.status() == 200 && reply.tag().equals(known)) {
      exchange.sendResponseHeaders(304, -1);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(reply.content().length));
      exchange.sendResponseHeaders(reply.status(), -1);
    } else {
      exchange.sendResponseHeaders(reply.status(), reply.content().length);
      exchange.getResponseBody().write(reply.content());
    }
  }

  /**
   * Lets a page that is being looked at fetch the last state: returns when it has, or after three
   * seconds, or at once where nobody looks.
   */
  public void lastLook() throws InterruptedException {
    long before = asked;
    long begun = System.nanoTime();
    boolean lookedAt = before != Long.MIN_VALUE && begun - before < 2 * LAST_LOOK;
    while (lookedAt && asked == before && System.nanoTime() - begun < LAST_LOOK) {
      Thread.sleep(PAUSE);
    }
  }

  @Override
  public void close() {
    if (store == null) {
      server.start(); // the JDK's server gives its port back only after that
    } else {
      store.close();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
