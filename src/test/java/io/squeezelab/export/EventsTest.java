package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.UnknownFieldSet;
import io.squeezelab.analysis.Made;
import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What TensorBoard finds in the file of a trial. */
class EventsTest {
  /** Two epochs of 30 s and 10 s in a trial of 101 s that started at 1772359200. */
  private static final Result RESULT =
      Made.done(
          "se",
          1,
          0.75,
          Made.COST,
          List.of(
              new Epoch(1, 0.1, 2.5, 0.25, Double.NaN, Double.NaN, 30),
              new Epoch(2, 0.05, 1.5, 0.5, Double.NaN, Double.NaN, 10)));

  private static final double START = 1772359200;

  private static List<EventFile.Value> of(Result result, String tag) throws IOException {
    return EventFile.read(Events.of(result)).stream().filter(v -> v.tag().equals(tag)).toList();
  }

  @Test
  void aCurveHasItsNumbersByEpoch() throws IOException {
    List<EventFile.Value> loss = of(RESULT, "train/loss");
    assertEquals(List.of(1L, 2L), loss.stream().map(EventFile.Value::step).toList());
    assertEquals(List.of(2.5f, 1.5f), loss.stream().map(EventFile.Value::number).toList());
  }

  /** 30 of 40 s of training are over after the first epoch: three quarters of the 101 s. */
  @Test
  void timesAreThoseOfTheTrial() throws IOException {
    List<EventFile.Value> loss = of(RESULT, "train/loss");
    assertEquals(START + 75.75, loss.get(0).time(), 1e-6);
    assertEquals(START + 101, loss.get(1).time(), 1e-6);
    assertEquals(START, of(RESULT, "trial/text_summary").get(0).time(), 1e-6);
  }

  @Test
  void theTestStandsAtTheLastEpoch() throws IOException {
    List<EventFile.Value> top1 = of(RESULT, "test/top1");
    assertEquals(1, top1.size());
    assertEquals(0.75f, top1.get(0).number());
    assertEquals(2, top1.get(0).step());
  }

  @Test
  void whatIsNotKnownIsNoPoint() throws IOException {
    assertEquals(List.of(), of(RESULT, "validation/top1"));
  }

  @Test
  void theSettingsAreText() throws IOException {
    UnknownFieldSet value = of(RESULT, "trial/text_summary").get(0).fields();
    assertEquals("text", EventFile.text(plugin(value), 1));
    String text = EventFile.text(EventFile.inner(value, 8), 8);
    assertTrue(text.contains("    data:\n      type: cifar10\n"), text);
  }

  private static UnknownFieldSet plugin(UnknownFieldSet value) throws IOException {
    return EventFile.inner(EventFile.inner(value, 9), 1);
  }

  /** Seeds of an arm have one group, and the seed is no setting: they are averaged. */
  @Test
  void settingsAreHyperparametersOfTheArm() throws IOException {
    UnknownFieldSet value = of(RESULT, "_hparams_/session_start_info").get(0).fields();
    assertEquals("hparams", EventFile.text(plugin(value), 1));
    UnknownFieldSet session = EventFile.inner(EventFile.inner(plugin(value), 2), 3);
    assertEquals("se", EventFile.text(session, 4));
    assertEquals(START, EventFile.number(session, 5), 1e-6);
    assertEquals(2, session.getField(1).getLengthDelimitedList().size());
    UnknownFieldSet entry = EventFile.inner(session, 1);
    assertEquals("data.type", EventFile.text(entry, 1));
    assertEquals("cifar10", EventFile.text(EventFile.inner(entry, 2), 3));
  }

  @Test
  void aTrialThatDidNotCompleteIsAFailure() throws IOException {
    assertEquals(1, status(RESULT));
    assertEquals(2, status(Made.ended("se", 0, Ending.DIVERGED, "the loss was NaN")));
  }

  private static long status(Result result) throws IOException {
    UnknownFieldSet value = of(result, "_hparams_/session_end_info").get(0).fields();
    return EventFile.whole(EventFile.inner(EventFile.inner(plugin(value), 2), 4), 1);
  }
}
