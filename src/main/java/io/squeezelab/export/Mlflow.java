package io.squeezelab.export;

import io.squeezelab.results.Result;
import io.squeezelab.spec.Check;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.Page;

/**
 * Runs on an MLflow tracking server, in an experiment of the sweep's name: one for each attempt
 * that is given to it, but for those that a search stopped and went on with. What is there already
 * is found by its tags and left alone; a run that was begun and not ended is completed.
 */
public final class Mlflow implements Sink {
  private static final int PAGE = 1000;

  /** Its client writes about each broken connection; kept, since loggers are forgotten. */
  private static final Logger TALK = Logger.getLogger("org.mlflow_project");

  static {
    TALK.setLevel(Level.OFF);
  }

  private final String uri;
  private final String experiment;
  private final Map<String, RunInfo> known = new HashMap<>(); // by trial and attempt
  private final Map<String, String> stopped = new HashMap<>(); // runs by trial
  private final Limit limit; // the client waits for ever for a server that is silent
  private MlflowClient client;
  private String experimentId;

  /**
   * @param uri of the server, as {@code http://127.0.0.1:5000}
   * @param experiment its name there
   */
  public Mlflow(String uri, String experiment) {
    this(uri, experiment, Duration.ofSeconds(60));
  }

  Mlflow(String uri, String experiment, Duration patience) {
    this.limit = new Limit(patience);
    this.uri = uri;
    this.experiment = experiment;
  }

  /**
   * An address that may be one.
   *
   * @throws io.squeezelab.spec.Problem at {@code field} if it cannot be that of a server
   */
  public static String checked(String field, String uri) {
    Check.that(
        uri.matches("https?://[^/\\s]+\\S*"),
        field,
        "must be the address of a server, such as http://127.0.0.1:5000; is '" + uri + "'");
    return uri;
  }

  @Override
  public String name() {
    return "MLflow at " + shown();
  }

  /** Without a password that may stand in it. */
  private String shown() {
    return uri.replaceFirst("//[^/@]*@", "//");
  }

  @Override
  public void put(Result result) throws IOException {
    limit.run(() -> send(result));
  }

  private void send(Result result) {
    connect();
    String key = MlflowTags.of(result).key();
    RunInfo run = known.get(key);
    if (run == null) {
      run = client.createRun(MlflowRun.create(experimentId, result));
    }
    if (run.getStatus() == RunStatus.RUNNING) {
      log(run.getRunId(), new MlflowRun(result));
      known.put(key, run.toBuilder().setStatus(RunStatus.FINISHED).build());
      supersede(result, run.getRunId());
    }
  }

  /** Of a trial that a search stopped and let go on, one run is left. */
  private void supersede(Result result, String run) {
    String before =
        MlflowTags.of(result).stopped()
            ? stopped.put(result.id(), run)
            : stopped.remove(result.id());
    if (before != null && !before.equals(run)) {
      client.deleteRun(before);
    }
  }

  private void log(String run, MlflowRun content) {
    for (MlflowRun.Part part : content.parts()) {
      client.logBatch(run, part.metrics(), part.params(), List.of());
    }
    client.setTerminated(run, content.status(), content.end());
  }

  /** Finds the experiment, or makes it, and what is in it. */
  private void connect() {
    if (experimentId != null) {
      return;
    }
    client = new MlflowClient(uri);
    String id =
        client
            .getExperimentByName(experiment)
            .map(Experiment::getExperimentId)
            .orElseGet(() -> client.createExperiment(experiment));
    Page<Run> page =
        client.searchRuns(List.of(id), "", ViewType.ACTIVE_ONLY, PAGE, List.of(), null);
    remember(page);
    while (page.hasNextPage()) {
      page = page.getNextPage();
      remember(page);
    }
    experimentId = id;
  }

  private void remember(Page<Run> page) {
    for (Run run : page.getItems()) {
      MlflowTags tags = MlflowTags.of(run);
      known.putIfAbsent(tags.key(), run.getInfo());
      if (tags.stopped()) {
        stopped.put(tags.id(), run.getInfo().getRunId());
      }
    }
  }
}
