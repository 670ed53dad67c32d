package io.squeezelab.export;

import io.squeezelab.results.Result;
import io.squeezelab.spec.Names;
import io.squeezelab.trial.Outcome.Ending;
import java.util.HashMap;
import java.util.Map;
import org.mlflow.api.proto.Service.Run;

/** The tags by which a run is found again; empty where it is somebody else's. */
record MlflowTags(String id, String attempt, String ending) {
  static final String ID = "squeezelab.id";
  static final String ATTEMPT = "squeezelab.attempt";
  static final String ENDING = "squeezelab.ending";

  static MlflowTags of(Run run) {
    Map<String, String> all = new HashMap<>();
    run.getData().getTagsList().forEach(tag -> all.put(tag.getKey(), tag.getValue()));
    return new MlflowTags(
        all.getOrDefault(ID, ""), all.getOrDefault(ATTEMPT, ""), all.getOrDefault(ENDING, ""));
  }

  static MlflowTags of(Result result) {
    String ending = Names.kebab(result.outcome().ending().name());
    return new MlflowTags(result.id(), Integer.toString(result.attempt()), ending);
  }

  /** Of trial and attempt. */
  String key() {
    return id + " " + attempt;
  }

  boolean stopped() {
    return ending.equals(Names.kebab(Ending.STOPPED.name()));
  }
}
