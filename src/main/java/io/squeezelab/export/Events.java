package io.squeezelab.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Trees;

/**
 * The events of a trial as TensorBoard reads them: scalars by epoch, the trial as text, and what
 * the HPARAMS page needs to compare trials by their settings. Numbers in calls are those of the
 * fields in TensorBoard's {@code event.proto}, {@code summary.proto}, {@code tensor.proto} and
 * {@code plugin_data.proto} of the plug-in hparams.
 */
final class Events {
  private static final String VERSION = "brain.Event:2";
  private static final int STRING = 7; // DT_STRING
  private static final int SUCCESS = 1;
  private static final int FAILURE = 2;

  private final Records records = new Records();

  private Events() {}

  /** A whole event file. */
  static byte[] of(Result result) {
    Events events = new Events();
    Timeline timeline = Timeline.of(result);
    double start = timeline.at(0);
    events.records.add(new Message().number(1, start).text(3, VERSION).bytes());
    events.add(start, 0, settings(result));
    events.add(start, 0, started(result, start));
    for (Point point : Point.of(result)) {
      Message value = new Message().text(1, point.name()).single(2, (float) point.value());
      events.add(point.time(), point.step(), value);
    }
    events.add(timeline.end(), 0, ended(result, timeline.end()));
    return events.records.bytes();
  }

  private void add(double time, int step, Message value) {
    Message event = new Message().number(1, time).whole(2, step);
    records.add(event.message(5, new Message().message(1, value)).bytes());
  }

  private static Message settings(Result result) {
    String text = "    " + Trees.printYaml(result.trial()).strip().replace("\n", "\n    ");
    Message tensor = new Message().whole(1, STRING).message(2, new Message()).text(8, text);
    return new Message()
        .text(1, "trial/text_summary")
        .message(9, plugin("text", new Message()))
        .message(8, tensor);
  }

  private static Message started(Result result, double start) {
    Message session = new Message();
    Settings.of(result).forEach((path, value) -> session.message(1, entry(path, value)));
    session.text(4, result.arm()).number(5, start);
    return hparams("_hparams_/session_start_info", new Message().message(3, session));
  }

  /** An entry of a map from texts to {@code google.protobuf.Value}. */
  private static Message entry(String path, JsonNode tree) {
    Message value = new Message();
    if (tree.isNumber()) {
      value.number(2, tree.doubleValue());
    } else if (tree.isBoolean()) {
      value.truth(4, tree.booleanValue());
    } else {
      value.text(3, Settings.text(tree));
    }
    return new Message().text(1, path).message(2, value);
  }

  private static Message ended(Result result, double end) {
    int status = result.outcome().completed() ? SUCCESS : FAILURE;
    Message session = new Message().whole(1, status).number(2, end);
    return hparams("_hparams_/session_end_info", new Message().message(4, session));
  }

  private static Message hparams(String tag, Message content) {
    return new Message().text(1, tag).message(9, plugin("hparams", content));
  }

  private static Message plugin(String name, Message content) {
    return new Message().message(1, new Message().text(1, name).message(2, content));
  }
}
