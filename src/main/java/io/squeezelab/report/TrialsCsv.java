package io.squeezelab.report;

import io.squeezelab.analysis.Choices;
import io.squeezelab.analysis.Study;
import io.squeezelab.cost.Cost;
import io.squeezelab.report.Csv.Column;
import io.squeezelab.results.Result;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Provenance;
import io.squeezelab.trial.Provenance.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code trials.csv}: one row a trial, in the order in which trials first ended; of several
 * attempts the one that counts. {@code in_means} says whether the summary's means hold it.
 * Accuracies are fractions of 1, losses mean cross entropy in nats, costs as in {@link Cost}; what
 * is not known is empty. Columns keep their order; later versions add at the end.
 */
final class TrialsCsv {
  private final Set<String> current;
  private final Choices choices;

  private TrialsCsv(Study study) {
    current = study.current().stream().map(Result::id).collect(Collectors.toSet());
    choices = study.choices();
  }

  static String write(Study study) {
    return new Csv<>(new TrialsCsv(study).columns()).write(study.trials());
  }

  private List<Column<Result>> columns() {
    return List.of(
        new Column<>("id", Result::id),
        new Column<>("arm", Result::arm),
        new Column<>("seed", Result::seed),
        new Column<>("attempt", Result::attempt),
        new Column<>("ending", r -> Words.key(r.outcome().ending())),
        new Column<>("reason", choices::reason),
        new Column<>("in_means", r -> current.contains(r.id()) && Study.counts(r)),
        new Column<>("test_top1_fraction", metrics(Metrics::top1)),
        new Column<>("test_loss_nats", metrics(Metrics::loss)),
        new Column<>("validation_top1_fraction", metrics(Metrics::validationTop1)),
        new Column<>("validation_loss_nats", metrics(Metrics::validationLoss)),
        new Column<>("tested_epoch", metrics(Metrics::epoch)),
        new Column<>("finished_epochs", r -> r.outcome().history().size()),
        new Column<>("params_count", cost(Cost::params)),
        new Column<>("buffers_count", cost(Cost::buffers)),
        new Column<>("macs_per_image", cost(Cost::macs)),
        new Column<>("activations_per_image", cost(Cost::activations)),
        new Column<>("reads_per_image", cost(Cost::reads)),
        new Column<>("trial_seconds", r -> r.outcome().seconds()),
        new Column<>("train_images_per_second", r -> r.outcome().imagesPerSecond()),
        new Column<>("started_utc", from(Provenance::started)),
        new Column<>("version", from(Provenance::version)),
        new Column<>("engine", from(Provenance::engine)),
        new Column<>("device", from(Provenance::device)),
        new Column<>("java", from(Provenance::java)),
        new Column<>("system", from(Provenance::system)),
        new Column<>("log", Words::log),
        new Column<>("folder", files(Files::folder)),
        new Column<>("decoder", files(Files::decoder)),
        new Column<>("left_out_files", files(Files::leftOut)));
  }

  private static Function<Result, Object> metrics(Function<Metrics, Object> what) {
    return r -> r.outcome().metrics() == null ? null : what.apply(r.outcome().metrics());
  }

  private static Function<Result, Object> cost(Function<Cost, Object> what) {
    return r -> r.cost() == null ? null : what.apply(r.cost());
  }

  private static Function<Result, Object> files(Function<Files, Object> what) {
    return from(p -> p.files() == null ? null : what.apply(p.files()));
  }

  private static Function<Result, Object> from(Function<Provenance, Object> what) {
    return r -> r.outcome().provenance() == null ? null : what.apply(r.outcome().provenance());
  }
}
