package io.squeezelab.export;

import io.squeezelab.analysis.Choices;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Names;
import io.squeezelab.trial.Outcome.Ending;
import java.util.HashMap;
import java.util.Map;
import org.mlflow.api.proto.Service.Run;

/** The tags by which a run is found again; empty where it is somebody else's. */
record MlflowTags(String id, int attempt, String ending) {
  static final String ID = "squeezelab.id";
  static final String ATTEMPT = "squeezelab.attempt";
  static final String ENDING = "squeezelab.ending";
  static final String REASON = "squeezelab.reason";

  private static final int LONGEST = 5000;

  /** As much of a tag's value as the server takes. */
  static String cut(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  static MlflowTags of(Run run) {
    Map<String, String> all = new HashMap<>();
    run.getData().getTagsList().forEach(tag -> all.put(tag.getKey(), tag.getValue()));
    String attempt = all.getOrDefault(ATTEMPT, "");
    return new MlflowTags(
        all.getOrDefault(ID, ""),
        attempt.matches("\\d{1,6}") ? Integer.parseInt(attempt) : 0,
        all.getOrDefault(ENDING, ""));
  }

  /** Whether a search may yet decide otherwise. */
  boolean mayChange() {
    return ending.equals(Choices.PAUSED) || ending.equals(Names.kebab(Ending.STOPPED.name()));
  }

  static MlflowTags of(Exported trial) {
    Result result = trial.result();
    return new MlflowTags(result.id(), result.attempt(), trial.ending());
  }
}
