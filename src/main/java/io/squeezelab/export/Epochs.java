package io.squeezelab.export;

import static io.squeezelab.export.Column.Kind.NUMBER;
import static io.squeezelab.export.Column.Kind.TEXT;
import static io.squeezelab.export.Column.Kind.WHOLE;

import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import java.util.List;
import java.util.function.Function;

/**
 * The table {@code epochs}: one row for every finished epoch of every trial of {@link Trials}, in
 * their order. Units as there.
 */
public final class Epochs {
  private Epochs() {}

  /** An epoch, and the trial that it is of. */
  public record Row(Result result, Epoch epoch) {}

  public static Sheet<Row> of(Study study) {
    List<Row> rows =
        study.trials().stream()
            .flatMap(r -> r.outcome().history().stream().map(epoch -> new Row(r, epoch)))
            .toList();
    return new Sheet<>("epochs", columns(), rows);
  }

  private static List<Column<Row>> columns() {
    return List.of(
        new Column<>("id", TEXT, r -> r.result.id()),
        new Column<>("arm", TEXT, r -> r.result.arm()),
        new Column<>("seed", WHOLE, r -> r.result.seed()),
        new Column<>("epoch", WHOLE, r -> r.epoch.epoch()),
        number("rate", Epoch::rate),
        number("train_loss_nats", Epoch::loss),
        number("train_top1_fraction", Epoch::top1),
        number("validation_loss_nats", Epoch::validationLoss),
        number("validation_top1_fraction", Epoch::validationTop1),
        number("train_seconds", Epoch::seconds));
  }

  private static Column<Row> number(String name, Function<Epoch, Object> what) {
    return new Column<>(name, NUMBER, row -> what.apply(row.epoch));
  }
}
