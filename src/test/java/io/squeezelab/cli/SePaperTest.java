package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Claim;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.experiment.Reference.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** experiments/se-paper: every table in every size, without data and without training. */
class SePaperTest {
  private static final Path ROOT = Path.of("experiments/se-paper");
  private static final String FIGURES = "figures-06-07-role";

  private static Experiment read(String table, String size) {
    return ExperimentFile.read(ROOT.resolve(table).resolve(size + ".yaml"));
  }

  private static List<String> tables() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("arms.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Arms, the plain network among them, and claims: in full, at CIFAR's size, small. */
  @ParameterizedTest
  @CsvSource({
    "table-02-imagenet, 16 8 8, 10 5 5",
    "table-03-mobile, 4 4 4, 2 2 2",
    "table-04-cifar10, 6 6 6, 3 3 3",
    "table-05-cifar100, 6 6 6, 3 3 3",
    "table-10-reduction, 6 6 6, 3 3 3",
    "table-11-squeeze, 3 3 3, 2 2 2",
    "table-12-excitation, 4 4 4, 3 3 3",
    "table-13-stages, 5 5 5, 6 6 6",
    "table-14-integration, 5 5 5, 3 3 3",
    "table-15-se-3x3, 3 3 3, 2 2 2",
    "table-16-no-squeeze, 3 3 3, 1 1 1",
    "figures-06-07-role, 2 2 2, 0 0 0"
  })
  void everySizeHasItsArmsAndClaims(String table, String arms, String claims) {
    String[] sizes = {"full", "cifar", "small"};
    List<String> found = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (String size : sizes) {
      Experiment experiment = read(table, size);
      assertEquals(name(table, size), experiment.name());
      assertNotNull(experiment.baseline());
      assertTrue(experiment.seeds().size() >= (size.equals("cifar") ? 5 : 3), size);
      found.add(String.valueOf(experiment.arms().size()));
      said.add(String.valueOf(experiment.expected().claims().size()));
    }
    assertEquals(arms, String.join(" ", found));
    assertEquals(claims, String.join(" ", said));
  }

  private static String name(String table, String size) {
    String number = table.equals(FIGURES) ? "figures-06-07" : table.substring(0, 8);
    return "se-paper-" + number + "-" + size;
  }

  /** So that our errors and the paper's stand in one table. */
  @ParameterizedTest
  @ValueSource(strings = {"full", "cifar", "small"})
  void everyArmHasItsPrintedRow(String size) throws IOException {
    for (String table : tables()) {
      Experiment experiment = read(table, size);
      Set<String> labels = experiment.arms().stream().map(Arm::label).collect(Collectors.toSet());
      if (!table.equals(FIGURES)) {
        assertEquals(labels, experiment.expected().reference().arms().keySet(), table);
      }
    }
  }

  /**
   * One of the last printed digit: 0.1 million parameters, 0.01 thousand million multiply-adds. Of
   * some rows the paper counted running statistics, and what norms and weights multiply, as well;
   * PaperTablesTest has it row by row.
   */
  @Test
  void theFullNetworksCostWhatThePaperPrints() throws IOException {
    int compared = 0;
    for (String table : tables()) {
      Experiment experiment = read(table, "full");
      for (Arm arm : experiment.arms()) {
        Printed printed = printed(experiment, arm);
        Cost cost = arm.recipe().network().cost();
        String what = table + ", " + arm.label() + ": " + cost;
        if (!Double.isNaN(printed.mparams())) {
          near(printed.mparams(), cost.params(), cost.buffers(), 1e6, 0.1, what);
          compared++;
        }
        if (!Double.isNaN(printed.gmacs()) && !arm.label().startsWith("Inception-ResNet")) {
          near(printed.gmacs(), cost.macs(), beside(cost), 1e9, 0.01, what);
          compared++;
        }
      }
    }
    assertEquals(50, compared);
  }

  private static long beside(Cost cost) {
    return cost.activations() + cost.reads();
  }

  private static void near(
      double printed, long counted, long beside, double unit, double digit, String what) {
    double slack = digit * 1.0001;
    assertTrue(printed >= counted / unit - slack, what);
    assertTrue(printed <= (counted + beside) / unit + slack, what);
  }

  private static Printed printed(Experiment experiment, Arm arm) {
    Printed none = new Printed(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    var reference = experiment.expected().reference();
    return reference == null ? none : reference.arms().getOrDefault(arm.label(), none);
  }

  /** Every gain that a table prints is what its claims say, so that no row is on a wrong label. */
  @Test
  void thePrintedErrorsBearOutTheClaims() throws IOException {
    for (String table : tables()) {
      Experiment experiment = read(table, "full");
      for (var claim : experiment.expected().claims()) {
        Map<String, Printed> rows = experiment.expected().reference().arms();
        List<Double> errors = claim.arms().stream().map(l -> rows.get(l).top1Error()).toList();
        assertTrue(holds(claim, errors), table + ": " + claim.text() + " of " + errors);
      }
    }
  }

  private static boolean holds(Claim claim, List<Double> errors) {
    if (claim instanceof Claim.Spread spread) {
      double most = errors.stream().mapToDouble(e -> e).max().orElseThrow();
      double least = errors.stream().mapToDouble(e -> e).min().orElseThrow();
      return most - least < spread.bound();
    }
    double margin = claim instanceof Claim.Versus v ? v.margin() : 0;
    for (int i = 1; i < errors.size(); i++) {
      if (errors.get(i - 1) > errors.get(i) + margin) {
        return false;
      }
    }
    return true;
  }

  /** The ablations share their plain and their standard network: seventeen networks in all. */
  @ParameterizedTest
  @ValueSource(strings = {"full", "cifar", "small"})
  void whatTheAblationsShareRunsOnce(String size) throws IOException {
    Set<String> trials = new HashSet<>();
    long asked = 0;
    for (String table : tables()) {
      if (table.startsWith("table-1") || table.equals(FIGURES)) {
        var all = read(table, size).trials();
        asked += all.size();
        all.forEach(planned -> trials.add(planned.trial().id()));
      }
    }
    int seeds = read(FIGURES, size).seeds().size();
    assertEquals(31L * seeds, asked);
    assertEquals(17 * seeds, trials.size());
  }
}
