package io.squeezelab.export;

import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is remembered of attempts for those that may follow. Told by one thread at a time. */
final class Attempts {
  private final Map<String, SortedMap<Integer, String>> earlier = new HashMap<>();
  private final Map<String, Exported> paused = new HashMap<>();

  /** An attempt has ended. */
  Exported add(Result result) {
    String id = result.id();
    Exported trial = Exported.of(result, earlier.getOrDefault(id, new TreeMap<>()));
    if (result.outcome().completed()) {
      earlier.remove(id); // none follows
    } else {
      earlier
          .computeIfAbsent(id, one -> new TreeMap<>())
          .put(result.attempt(), Exported.words(result));
    }
    if (result.outcome().ending() == Ending.STOPPED) {
      paused.put(id, trial);
    } else {
      paused.remove(id);
    }
    return trial;
  }

  /** Trials that were paused, of arms that their search has decided against. */
  List<Exported> stopped(Set<String> arms) {
    List<Exported> stopped =
        paused.values().stream().filter(one -> arms.contains(one.result().arm())).toList();
    stopped.forEach(one -> paused.remove(one.result().id()));
    return stopped.stream().map(Exported::stopped).toList();
  }
}
