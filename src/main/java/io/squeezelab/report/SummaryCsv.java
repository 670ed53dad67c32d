package io.squeezelab.report;

import io.squeezelab.analysis.Arm;
import io.squeezelab.analysis.Contrast;
import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Networks;
import io.squeezelab.analysis.Summary;
import io.squeezelab.cost.Cost;
import io.squeezelab.export.Column;
import io.squeezelab.export.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code summary.csv}: one row an arm, in the order of the experiment file.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>arm, is_baseline</td><td>label; true or false</td></tr>
 * <tr><td>seeds_completed, seeds_unfinished, seeds_missing</td><td>n of the means; trials that ended
 * without a test accuracy; seeds that no trial has ended for</td></tr>
 * <tr><td>test_top1_…_fraction</td><td>mean, sample standard deviation, ends of the 95 % Student
 * interval of the mean, and best seed, as fractions of 1</td></tr>
 * <tr><td>difference_pairs, difference_…_fraction</td><td>to the baseline, over common seeds</td></tr>
 * <tr><td>params_count … reads_per_image</td><td>as in {@link Cost}</td></tr>
 * <tr><td>trial_seconds_median, train_images_per_second_median</td><td>of completed trials</td></tr>
 * <tr><td>seeds_stopped</td><td>of the unfinished, those that the search stopped early</td></tr>
 * <tr><td>difference_p … difference_better_share</td><td>as in {@link Contrast}</td></tr>
 * <tr><td>own_baseline, own_difference_…</td><td>the same network with the baseline's attention, and
 * the difference to it; empty in a study of one network</td></tr>
 * </table>
 *
 * What is not known is empty. Columns keep their order; later versions add at the end.
 */
final class SummaryCsv {
  private static final List<Column<Arm>> OF_ARMS =
      List.of(
          new Column<>("arm", Arm::label),
          new Column<>("is_baseline", Arm::baseline),
          new Column<>("seeds_completed", a -> a.top1().n()),
          new Column<>("seeds_unfinished", a -> a.unfinished().size()),
          new Column<>("seeds_missing", a -> a.missing().size()),
          new Column<>("test_top1_mean_fraction", a -> a.top1().mean()),
          new Column<>("test_top1_sd_fraction", a -> a.top1().sd()),
          new Column<>("test_top1_ci95_low_fraction", a -> a.top1().low()),
          new Column<>("test_top1_ci95_high_fraction", a -> a.top1().high()),
          new Column<>("test_top1_best_fraction", Arm::best),
          new Column<>("difference_pairs", a -> a.baseline() ? null : a.difference().n()),
          new Column<>("difference_mean_fraction", difference(Estimate::mean)),
          new Column<>("difference_sd_fraction", difference(Estimate::sd)),
          new Column<>("difference_ci95_low_fraction", difference(Estimate::low)),
          new Column<>("difference_ci95_high_fraction", difference(Estimate::high)),
          new Column<>("params_count", cost(Cost::params)),
          new Column<>("macs_per_image", cost(Cost::macs)),
          new Column<>("activations_per_image", cost(Cost::activations)),
          new Column<>("reads_per_image", cost(Cost::reads)),
          new Column<>("trial_seconds_median", Arm::seconds),
          new Column<>("train_images_per_second_median", Arm::imagesPerSecond),
          new Column<>("seeds_stopped", Arm::stopped));

  private static final Contrasts NONE = new Contrasts(null, "", List.of(), List.of());

  private SummaryCsv() {}

  static String write(Summary summary) {
    Contrasts of = summary.contrasts();
    List<Column<Arm>> columns = new ArrayList<>(OF_ARMS);
    columns.add(contrast(of, "difference_p", Contrast::p));
    columns.add(contrast(of, "difference_p_adjusted", Contrast::adjusted));
    columns.add(contrast(of, "difference_effect", Contrast::effect));
    columns.add(contrast(of, "difference_pairs_enough", c -> c.enough() == 0 ? null : c.enough()));
    columns.add(contrast(of, "difference_detectable_fraction", Contrast::detectable));
    columns.add(contrast(of, "difference_bootstrap95_low_fraction", Contrast::bootstrapLow));
    columns.add(contrast(of, "difference_bootstrap95_high_fraction", Contrast::bootstrapHigh));
    columns.add(contrast(of, "difference_p_wilcoxon", Contrast::wilcoxon));
    columns.add(contrast(of, "difference_p_sign_flips", Contrast::flips));
    columns.add(contrast(of, "difference_better_share", Contrast::better));
    Map<String, String> baselines = summary.networks().map(Networks::baselines).orElse(Map.of());
    columns.add(new Column<>("own_baseline", arm -> baselines.get(arm.label())));
    columns.addAll(own(summary.networks().map(Networks::own).orElse(NONE)));
    return new Csv<>(columns).write(summary.arms());
  }

  private static List<Column<Arm>> own(Contrasts of) {
    return List.of(
        contrast(of, "own_difference_pairs", c -> c.difference().n()),
        contrast(of, "own_difference_mean_fraction", c -> c.difference().mean()),
        contrast(of, "own_difference_sd_fraction", c -> c.difference().sd()),
        contrast(of, "own_difference_ci95_low_fraction", c -> c.difference().low()),
        contrast(of, "own_difference_ci95_high_fraction", c -> c.difference().high()),
        contrast(of, "own_difference_p", Contrast::p),
        contrast(of, "own_difference_p_adjusted", Contrast::adjusted));
  }

  private static Column<Arm> contrast(Contrasts of, String name, Function<Contrast, Object> what) {
    return new Column<>(name, arm -> of.row(arm.label()).map(what).orElse(null));
  }

  private static Function<Arm, Object> difference(Function<Estimate, Object> what) {
    return arm -> what.apply(arm.difference());
  }

  private static Function<Arm, Object> cost(Function<Cost, Object> what) {
    return arm -> arm.cost() == null ? null : what.apply(arm.cost());
  }
}
