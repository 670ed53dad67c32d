package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sweep does not wait for other programs, and survives them. */
class ExportsTest {
  private static final Result FIRST = Made.done("se", 0, 0.5);
  private static final Result SECOND = Made.done("se", 1, 0.5);

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<Result> put = Collections.synchronizedList(new ArrayList<>());

  private interface Put {
    void put(Result result) throws IOException;
  }

  private Sink sink(Put put) {
    return new Sink() {
      @Override
      public String name() {
        return "the server";
      }

      @Override
      public void put(Exported trial) throws IOException {
        put.put(trial.result());
        told.add(trial.result().id() + " " + trial.ending() + " " + trial.earlier());
      }
    };
  }

  @Test
  void everySinkGetsEveryResultInOrder() {
    try (Exports exports = new Exports(List.of(sink(put::add), sink(put::add)), warnings::add)) {
      exports.finished(FIRST);
      exports.finished(SECOND);
    }
    assertEquals(4, put.size());
    assertTrue(put.indexOf(FIRST) < put.indexOf(SECOND));
    assertEquals(List.of(), warnings);
  }

  /** Paused until the search has decided, also by an earlier sweep; attempts by their endings. */
  @Test
  void whatASearchDecidesIsToldWhenItIsKnown() {
    Result paused = Made.ended("eca", 0, Ending.STOPPED, "");
    Result before = Made.ended("gct", 0, Ending.STOPPED, "");
    Result broken = Made.ended("se", 0, Ending.FAILED, "it broke");
    try (Exports exports = new Exports(List.of(sink(put::add)), warnings::add)) {
      exports.stored(List.of(before));
      exports.finished(paused);
      exports.finished(broken);
      exports.finished(Made.attempt(FIRST, 2));
      exports.stopped(Set.of("eca", "gct"));
    }
    assertEquals(
        List.of("eca-0 paused {}", "se-0 failed {}", "se-0 completed {1=failed: it broke}"),
        told.subList(0, 3));
    assertEquals(
        Set.of("eca-0 stopped {}", "gct-0 stopped {}"), Set.copyOf(told.subList(3, told.size())));
  }

  @Test
  void aSinkThatFailsIsWarnedOfOnceAndTheOthersGoOn() {
    Sink down =
        sink(
            result -> {
              throw new IOException("Connection refused");
            });
    try (Exports exports = new Exports(List.of(down, sink(put::add)), warnings::add)) {
      exports.finished(FIRST);
      exports.finished(SECOND);
    }
    assertEquals(List.of(FIRST, SECOND), put);
    assertEquals(
        List.of(
            "the server: Connection refused; the sweep goes on without it, and squeezelab export"
                + " catches up later"),
        warnings);
  }

  @Test
  void aMistakeInASinkIsNoEndOfASweep() {
    Sink broken =
        sink(
            result -> {
              throw new IllegalStateException("a mistake");
            });
    try (Exports exports = new Exports(List.of(broken), warnings::add)) {
      exports.finished(FIRST);
    }
    assertEquals(1, warnings.size());
  }

  @Test
  void anAttemptThatAnotherFollowedWasPaused() {
    try (Exports exports = new Exports(List.of(sink(put::add)), warnings::add)) {
      exports.finished(Made.ended("se", 0, Ending.STOPPED, "stopped after epoch 0 of 30"));
      exports.finished(Made.attempt(FIRST, 2));
    }
    assertEquals(List.of("se-0 paused {}", "se-0 completed {1=paused after epoch 0 of 30}"), told);
  }

  /** Five times a tenth of a second, with patience for three tenths. */
  @Test
  void aSinkThatTakesItsTimeIsWaitedFor() {
    Sink slow =
        sink(
            result -> {
              try {
                Thread.sleep(100);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              put.add(result);
            });
    try (Exports exports = new Exports(List.of(slow), warnings::add, 300)) {
      IntStream.range(0, 5).forEach(seed -> exports.finished(Made.done("se", seed, 0.5)));
    }
    assertEquals(5, put.size());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aSinkThatHangsKeepsNobody() {
    CountDownLatch never = new CountDownLatch(1);
    Sink silent =
        sink(
            result -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (Exports exports = new Exports(List.of(silent), warnings::add, 0)) {
      exports.finished(FIRST);
      exports.finished(SECOND);
    }
    assertEquals(
        List.of(
            "the server: has taken nothing for 0 s; the sweep goes on without it, and"
                + " squeezelab export catches up later"),
        warnings);
  }
}
