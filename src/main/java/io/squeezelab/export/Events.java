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
    events.records.add(new ProtocolBuffer().number(1, start).text(3, VERSION).bytes());
    events.add(start, 0, settings(result));
    events.add(start, 0, started(result, start));
    for (Point point : Point.of(result)) {
      ProtocolBuffer value =
          new ProtocolBuffer().text(1, point.name()).single(2, (float) point.value());
      events.add(point.time(), point.step(), value);
    }
    events.add(timeline.end(), 0, ended(result, timeline.end()));
    return events.records.bytes();
  }

  private void add(double time, int step, ProtocolBuffer value) {
    ProtocolBuffer event = new ProtocolBuffer().number(1, time).whole(2, step);
    records.add(event.message(5, new ProtocolBuffer().message(1, value)).bytes());
  }

  private static ProtocolBuffer settings(Result result) {
    String text = "    " + Trees.printYaml(result.trial()).strip().replace("\n", "\n    ");
    ProtocolBuffer tensor =
        new ProtocolBuffer().whole(1, STRING).message(2, new ProtocolBuffer()).text(8, text);
    return new ProtocolBuffer()
        .text(1, "trial/text_summary")
        .message(9, plugin("text", new ProtocolBuffer()))
        .message(8, tensor);
  }

  private static ProtocolBuffer started(Result result, double start) {
    ProtocolBuffer session = new ProtocolBuffer();
    Settings.of(result).forEach((path, value) -> session.message(1, entry(path, value)));
    session.text(4, result.arm()).number(5, start);
    return hparams("_hparams_/session_start_info", new ProtocolBuffer().message(3, session));
  }

  /** An entry of a map from texts to {@code google.protobuf.Value}. */
  private static ProtocolBuffer entry(String path, JsonNode tree) {
    ProtocolBuffer value = new ProtocolBuffer();
    if (tree.isNumber()) {
      value.number(2, tree.doubleValue());
    } else if (tree.isBoolean()) {
      value.truth(4, tree.booleanValue());
    } else {
      value.text(3, Settings.text(tree));
    }
    return new ProtocolBuffer().text(1, path).message(2, value);
  }

  private static ProtocolBuffer ended(Result result, double end) {
    int status = result.outcome().completed() ? SUCCESS : FAILURE;
    ProtocolBuffer session = new ProtocolBuffer().whole(1, status).number(2, end);
    return hparams("_hparams_/session_end_info", new ProtocolBuffer().message(4, session));
  }

  private static ProtocolBuffer hparams(String tag, ProtocolBuffer content) {
    return new ProtocolBuffer().text(1, tag).message(9, plugin("hparams", content));
  }

  private static ProtocolBuffer plugin(String name, ProtocolBuffer content) {
    return new ProtocolBuffer().message(1, new ProtocolBuffer().text(1, name).message(2, content));
  }
}
