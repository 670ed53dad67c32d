package io.squeezelab.export;

import static io.squeezelab.export.Column.Kind.NUMBER;
import static io.squeezelab.export.Column.Kind.TEXT;
import static io.squeezelab.export.Column.Kind.TIME;
import static io.squeezelab.export.Column.Kind.TRUTH;
import static io.squeezelab.export.Column.Kind.WHOLE;

import io.squeezelab.analysis.Choices;
import io.squeezelab.analysis.Study;
import io.squeezelab.cost.Cost;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Names;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Provenance;
import io.squeezelab.trial.Provenance.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table {@code trials}: one row a trial, in the order in which trials first ended; of several
 * attempts the one that counts. {@code in_means} says whether the summary's means hold it.
 * Accuracies are fractions of 1, losses mean cross entropy in nats, costs as in {@link Cost}; what
 * is not known is empty. Columns keep their order; later versions add at the end.
 */
public final class Trials {
  private final Set<String> current;
  private final Choices choices;

  private Trials(Study study) {
    current = study.current().stream().map(Result::id).collect(Collectors.toSet());
    choices = study.choices();
  }

  public static Sheet<Result> of(Study study) {
    return new Sheet<>("trials", new Trials(study).columns(), study.trials());
  }

  private List<Column<Result>> columns() {
    return List.of(
        new Column<>("id", TEXT, Result::id),
        new Column<>("arm", TEXT, Result::arm),
        new Column<>("seed", WHOLE, Result::seed),
        new Column<>("attempt", WHOLE, Result::attempt),
        new Column<>("ending", TEXT, r -> Names.kebab(r.outcome().ending().name())),
        new Column<>("reason", TEXT, choices::reason),
        new Column<>("in_means", TRUTH, r -> current.contains(r.id()) && Study.counts(r)),
        new Column<>("test_top1_fraction", NUMBER, metrics(Metrics::top1)),
        new Column<>("test_loss_nats", NUMBER, metrics(Metrics::loss)),
        new Column<>("validation_top1_fraction", NUMBER, metrics(Metrics::validationTop1)),
        new Column<>("validation_loss_nats", NUMBER, metrics(Metrics::validationLoss)),
        new Column<>("tested_epoch", WHOLE, metrics(Metrics::epoch)),
        new Column<>("finished_epochs", WHOLE, r -> r.outcome().history().size()),
        new Column<>("params_count", WHOLE, cost(Cost::params)),
        new Column<>("buffers_count", WHOLE, cost(Cost::buffers)),
        new Column<>("macs_per_image", WHOLE, cost(Cost::macs)),
        new Column<>("activations_per_image", WHOLE, cost(Cost::activations)),
        new Column<>("reads_per_image", WHOLE, cost(Cost::reads)),
        new Column<>("trial_seconds", NUMBER, r -> r.outcome().seconds()),
        new Column<>("train_images_per_second", NUMBER, r -> r.outcome().imagesPerSecond()),
        new Column<>("started_utc", TIME, from(p -> Instant.parse(p.started()))),
        new Column<>("version", TEXT, from(Provenance::version)),
        new Column<>("engine", TEXT, from(Provenance::engine)),
        new Column<>("device", TEXT, from(Provenance::device)),
        new Column<>("java", TEXT, from(Provenance::java)),
        new Column<>("system", TEXT, from(Provenance::system)),
        new Column<>("log", TEXT, r -> "trials/" + r.id() + "/log.txt"),
        new Column<>("folder", TEXT, files(Files::folder)),
        new Column<>("decoder", TEXT, files(Files::decoder)),
        new Column<>("left_out_files", WHOLE, files(Files::leftOut)),
        new Column<>("micro_batch_images", WHOLE, r -> r.outcome().microBatch()),
        new Column<>("resumed_times", WHOLE, r -> r.outcome().resumed()),
        new Column<>("taken_from", TEXT, r -> r.from().isEmpty() ? null : r.from()));
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
