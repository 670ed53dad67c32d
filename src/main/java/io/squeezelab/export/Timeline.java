package io.squeezelab.export;

import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import java.time.Instant;

/**
 * When things happened in a trial. Its start and its end are known, and how long each epoch was
 * trained; the rest of the time (loading, evaluation) is spread over the epochs in proportion.
 */
record Timeline(Instant start, double seconds, double trained) {

  static Timeline of(Result result) {
    double trained = result.outcome().history().stream().mapToDouble(Epoch::seconds).sum();
    Instant start = Instant.parse(result.outcome().provenance().started());
    return new Timeline(start, Math.max(result.outcome().seconds(), trained), trained);
  }

  /** In seconds since 1970, after so many seconds of training. */
  double at(double training) {
    double share = trained > 0 ? training / trained : 1;
    return start.toEpochMilli() / 1e3 + seconds * share;
  }

  double end() {
    return at(trained);
  }
}
