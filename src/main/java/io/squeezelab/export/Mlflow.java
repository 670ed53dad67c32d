package io.squeezelab.export;

import io.squeezelab.export.MlflowRuns.Known;
import io.squeezelab.spec.Check;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Runs on an MLflow tracking server, in an experiment of the sweep's name: one for each trial. What
 * is there already is found by its tags and left alone; a run that was begun and not ended is
 * completed. A further attempt has a run of its own, since numbers that were logged cannot be taken
 * back; it tells of those before in its tags and takes their place. So does one of the same number
 * that started at another time: the sweep began anew, or another folder has the trial too.
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
  private final MlflowRuns runs = new MlflowRuns();
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
  public void put(Exported trial) throws IOException {
    limit.run(() -> send(trial));
  }

  private void send(Exported trial) {
    connect();
    MlflowTags tags = MlflowTags.of(trial);
    MlflowRun content = new MlflowRun(trial);
    Optional<Known> there = runs.of(tags, content.start());
    if (there.isEmpty()) {
      String run = client.createRun(content.create(experimentId)).getRunId();
      log(new Known(run, tags, content.start(), true), content);
    } else {
      update(there.get(), new Known(there.get().run(), tags, content.start(), true), content);
    }
    runs.superseded(tags, content.start()).forEach(client::deleteRun);
  }

  private void log(Known run, MlflowRun content) {
    for (MlflowRun.Part part : content.parts()) {
      client.logBatch(run.run(), part.metrics(), part.params(), List.of());
    }
    client.setTerminated(run.run(), content.status(), content.end());
    runs.add(run);
  }

  /** The same attempt, which may count otherwise now: stopped for good, and not paused. */
  private void update(Known before, Known now, MlflowRun content) {
    if (!before.ended()) {
      log(now, content);
    } else if (before.tags().mayChange() && !before.equals(now)) {
      content.decision().forEach((tag, text) -> client.setTag(now.run(), tag, text));
      client.setTerminated(now.run(), content.status(), content.end());
      runs.add(now);
    }
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
      RunInfo info = run.getInfo();
      boolean ended = info.getStatus() != RunStatus.RUNNING;
      runs.add(new Known(info.getRunId(), MlflowTags.of(run), info.getStartTime(), ended));
    }
  }
}
