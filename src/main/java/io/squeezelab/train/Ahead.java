package io.squeezelab.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Things made by several threads ahead of those who take them in order. Which thread makes which,
 * and when, is left to chance, so a thing may depend on nothing but its position.
 */
final class Ahead<T> implements AutoCloseable {
  /** How many times what is taken at once may wait. */
  private static final int TIMES = 2;

  private final ExecutorService threads;
  private final int room;
  private final Map<Integer, CompletableFuture<T>> made = new TreeMap<>();
  private IntFunction<T> maker;
  private int count;

  /**
   * @param room the most that may wait, so that memory has a bound
   */
  Ahead(int threads, int room) {
    this.room = room;
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "ahead");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** From now on there are {@code count} things from another maker. */
  void turnTo(int count, IntFunction<T> maker) {
    made.values().forEach(future -> future.cancel(false));
    made.clear();
    this.count = count;
    this.maker = maker;
  }

  /** Those from {@code from} on; what the maker threw is thrown here. */
  List<T> take(int from, int size) {
    int end = Math.min(count, from + size + Math.min(TIMES * size, room));
    for (int position = from; position < end; position++) {
      made.computeIfAbsent(position, this::start);
    }
    List<T> taken = new ArrayList<>();
    for (int position = from; position < from + size; position++) {
      taken.add(get(made.remove(position)));
    }
    return taken;
  }

  private CompletableFuture<T> start(int position) {
    IntFunction<T> now = maker;
    return CompletableFuture.supplyAsync(() -> now.apply(position), threads);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
