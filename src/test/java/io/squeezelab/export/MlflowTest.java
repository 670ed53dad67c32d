package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.analysis.Made;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Provenance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against a real server, asked over HTTP for what it has; {@code .ci/run} starts one: {@code mvn
 * test -Dgroups=mlflow -Dgroups.excluded= -Dmlflow.uri=http://127.0.0.1:5000}.
 */
@Tag("mlflow")
class MlflowTest {
  private static final String URI_OF = System.getProperty("mlflow.uri", "http://127.0.0.1:5000");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String experiment = "made " + UUID.randomUUID();

  private static JsonNode ask(String path, ObjectNode body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(URI_OF + "/api/2.0/mlflow/" + path));
    if (body != null) {
      request.header("Content-Type", "application/json");
      request.POST(BodyPublishers.ofString(Trees.print(body)));
    }
    String text = HTTP.send(request.build(), BodyHandlers.ofString()).body();
    return Trees.json(text);
  }

  private String experimentId() throws Exception {
    String name = experiment.replace(" ", "%20");
    return ask("experiments/get-by-name?experiment_name=" + name, null)
        .at("/experiment/experiment_id")
        .asText();
  }

  private List<JsonNode> runs() throws Exception {
    ObjectNode query = Trees.object();
    query.putArray("experiment_ids").add(experimentId());
    List<JsonNode> runs = new ArrayList<>();
    ask("runs/search", query).path("runs").forEach(runs::add);
    return runs;
  }

  private static Map<String, String> pairs(JsonNode run, String what) {
    Map<String, String> pairs = new LinkedHashMap<>();
    run.at("/data/" + what).forEach(p -> pairs.put(p.get("key").asText(), p.get("value").asText()));
    return pairs;
  }

  private static JsonNode history(JsonNode run, String metric) throws Exception {
    String id = run.at("/info/run_id").asText();
    return ask("metrics/get-history?run_id=" + id + "&metric_key=" + metric, null).path("metrics");
  }

  private void put(Result... results) throws IOException {
    Mlflow sink = new Mlflow(URI_OF, experiment);
    for (Result result : results) {
      sink.put(new Attempts().add(result));
    }
  }

  /** Two epochs of 30 s and 10 s in a trial of 101 s that started at 1772359200. */
  private static Result result(int attempt) {
    List<Epoch> history =
        List.of(
            new Epoch(1, 0.1, 2.5, 0.25, 1.25, 0.5, 30),
            new Epoch(2, 0.05, 1.5, 0.5, Double.NaN, 0.75, 10));
    return Made.attempt(Made.done("se, r=4", 1, 0.75, Made.COST, history), attempt);
  }

  @Test
  void aTrialIsARunWithParamsTagsAndTimes() throws Exception {
    put(result(1));
    JsonNode run = runs().get(0);
    assertEquals("se, r=4, seed 1", run.at("/info/run_name").asText());
    assertEquals("FINISHED", run.at("/info/status").asText());
    assertEquals(1772359200000L, run.at("/info/start_time").asLong());
    assertEquals(1772359301000L, run.at("/info/end_time").asLong());
    assertEquals(
        Map.of("arm", "se, r=4", "seed", "1", "data.type", "cifar10", "train.epochs", "30"),
        pairs(run, "params"));
    Map<String, String> tags = pairs(run, "tags");
    assertEquals("se, r=4-1", tags.get("squeezelab.id"));
    assertEquals("completed", tags.get("squeezelab.ending"));
    assertEquals("abc1234", tags.get("mlflow.source.git.commit"));
    assertEquals("0.75", pairs(run, "metrics").get("test/top1"));
    assertEquals(40_813_184, Double.parseDouble(pairs(run, "metrics").get("cost/macs")));
  }

  @Test
  void metricsGoByEpoch() throws Exception {
    put(result(1));
    JsonNode top1 = history(runs().get(0), "validation/top1");
    assertEquals(2, top1.size());
    assertEquals(1, top1.get(0).get("step").asInt());
    assertEquals(0.5, top1.get(0).get("value").asDouble());
    assertEquals(1772359275750L, top1.get(0).get("timestamp").asLong());
    assertEquals(0.75, top1.get(1).get("value").asDouble());
    assertEquals(1, history(runs().get(0), "validation/loss").size());
  }

  @Test
  void aSecondExportChangesNothing() throws Exception {
    put(result(1));
    List<JsonNode> before = runs();
    put(result(1));
    assertEquals(before, runs());
    assertEquals(2, history(runs().get(0), "train/loss").size());
  }

  @Test
  void aRunThatWasBegunIsCompleted() throws Exception {
    put(Made.done("other", 0, 0.5));
    ObjectNode begun = Trees.object().put("experiment_id", experimentId());
    begun.put("start_time", 1772359200000L);
    begun.putArray("tags").addObject().put("key", "squeezelab.id").put("value", "se, r=4-1");
    begun.withArray("tags").addObject().put("key", "squeezelab.attempt").put("value", "1");
    ask("runs/create", begun);
    put(result(1));
    assertEquals(2, runs().size());
    for (JsonNode run : runs()) {
      assertEquals("FINISHED", run.at("/info/status").asText());
      assertTrue(pairs(run, "metrics").containsKey("test/top1"));
    }
  }

  @Test
  void aTrialThatFailedIsAFailedRun() throws Exception {
    put(Made.ended("se", 0, Ending.DIVERGED, "the loss was NaN"));
    JsonNode run = runs().get(0);
    assertEquals("FAILED", run.at("/info/status").asText());
    assertEquals("the loss was NaN", pairs(run, "tags").get("squeezelab.reason"));
    assertFalse(pairs(run, "metrics").containsKey("test/top1"));
  }

  /** One sink, as a sweep has it, then an export of all that is stored. */
  @Test
  void anAttemptTakesThePlaceOfTheOneBeforeAndTellsOfIt() throws Exception {
    Result broken = Made.ended("se, r=4", 1, Ending.FAILED, "the worker died");
    List<String> warnings = new ArrayList<>();
    try (Exports exports = new Exports(List.of(new Mlflow(URI_OF, experiment)), warnings::add)) {
      exports.finished(broken);
      exports.finished(result(2));
    }
    assertEquals(List.of(), warnings);
    JsonNode run = runs().get(0);
    assertEquals(1, runs().size());
    assertEquals("FINISHED", run.at("/info/status").asText());
    assertEquals("failed: the worker died", pairs(run, "tags").get("squeezelab.attempt.1"));
    assertEquals("2", pairs(run, "tags").get("squeezelab.attempt"));
    for (Exported trial : Exported.all(Made.study(null, List.of(broken, result(2))))) {
      new Mlflow(URI_OF, experiment).put(trial);
    }
    assertEquals(List.of(run), runs(), "nothing has changed");
  }

  private static Result startedAt(String started, Result of) {
    Outcome old = of.outcome();
    Provenance was = old.provenance();
    Provenance now =
        new Provenance(
            was.version(), was.engine(), was.device(), was.java(), was.system(), started, null);
    Outcome outcome =
        new Outcome(
            old.ending(),
            old.reason(),
            old.metrics(),
            old.history(),
            old.seconds(),
            old.imagesPerSecond(),
            now);
    return new Result(of.id(), of.arm(), of.seed(), of.attempt(), of.trial(), of.cost(), outcome);
  }

  /** After {@code --fresh} the first attempt is another one, with numbers of its own. */
  @Test
  void aFirstAttemptOfAnotherSweepTakesThePlaceOfAllBefore() throws Exception {
    Result broken = Made.ended("se, r=4", 1, Ending.FAILED, "the worker died");
    put(startedAt("2026-02-01T10:00:00Z", broken));
    put(result(1));
    JsonNode run = runs().get(0);
    assertEquals(1, runs().size());
    assertEquals("FINISHED", run.at("/info/status").asText());
    assertEquals("0.75", pairs(run, "metrics").get("test/top1"));
    put(startedAt("2026-02-02T10:00:00Z", Made.attempt(broken, 2)));
    put(result(1));
    assertEquals(1, runs().size());
    assertEquals("FINISHED", runs().get(0).at("/info/status").asText());
  }

  /** A search goes on with what it paused, as another attempt; also seen by another export. */
  @Test
  void aTrialThatWasPausedGivesWayToItsContinuation() throws Exception {
    put(Made.ended("se, r=4", 1, Ending.STOPPED, "stopped after epoch 3 of 30"));
    assertEquals("SCHEDULED", runs().get(0).at("/info/status").asText());
    assertEquals("paused", pairs(runs().get(0), "tags").get("squeezelab.ending"));
    put(result(2));
    assertEquals(1, runs().size());
    assertEquals("FINISHED", runs().get(0).at("/info/status").asText());
  }

  @Test
  void aTrialThatASearchStoppedIsKilledOnceThatIsKnown() throws Exception {
    try (Exports exports = new Exports(List.of(new Mlflow(URI_OF, experiment)), line -> {})) {
      exports.finished(Made.ended("se, r=4", 1, Ending.STOPPED, "stopped after epoch 3 of 30"));
      exports.stopped(Set.of("se, r=4"));
    }
    assertEquals(1, runs().size());
    assertEquals("KILLED", runs().get(0).at("/info/status").asText());
    assertEquals("stopped", pairs(runs().get(0), "tags").get("squeezelab.ending"));
  }

  /** 1800 numbers by epoch: more than a server takes at once. */
  @Test
  void longHistoriesGoInParts() throws Exception {
    List<Epoch> history = new ArrayList<>();
    for (int epoch = 1; epoch <= 300; epoch++) {
      history.add(new Epoch(epoch, 0.1, 1.0 / epoch, 0.5, 0.5, 0.5, 1));
    }
    put(Made.done("long", 0, 0.5, Made.COST, history));
    JsonNode loss = history(runs().get(0), "train/loss");
    assertEquals(300, loss.size());
    assertEquals(1.0 / 300, loss.get(299).get("value").asDouble(), 1e-12);
  }

  @Test
  void aSweepsResultsArriveWhileItRuns() throws Exception {
    List<String> warnings = new ArrayList<>();
    try (Exports exports = new Exports(List.of(new Mlflow(URI_OF, experiment)), warnings::add)) {
      exports.finished(result(1));
      exports.finished(Made.done("se", 0, 0.5));
    }
    assertEquals(List.of(), warnings);
    assertEquals(2, runs().size());
  }
}
