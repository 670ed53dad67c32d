package io.squeezelab.parity;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of how near each module is to its original: its rows, and that its numbers hold. */
@Tag("engine")
class ParityPageTest {
  private static final Path PAGE = Path.of("docs/parity.md");
  private static final String WRITE = "squeezelab.write";
  private static final String COMMAND = "mvn -B -q test -Dtest=ParityPageTest -D" + WRITE + "=true";
  private static final String HEAD =
      "| module | cases | bound | output | gradient of inputs | gradients of parameters |\n";

  /** Largest differences over the cases of a module, in training and in evaluation. */
  private record Row(String module, int cases, double bound, double y, double x, double w) {
    static Row of(String module, List<ParityCase> cases) {
      Map<String, Double> worst = new LinkedHashMap<>();
      double bound = 0;
      for (ParityCase one : cases) {
        bound = Math.max(bound, one.tolerance());
        for (boolean training : new boolean[] {true, false}) {
          Differences.of(one, training)
              .forEach((what, apart) -> worst.merge(kind(what), apart, Math::max));
        }
      }
      return new Row(
          module,
          cases.size(),
          bound,
          worst.get("y"),
          worst.get("x"),
          worst.getOrDefault("w", Double.NaN));
    }

    private static String kind(String tensor) {
      return tensor.startsWith("grad.param.") ? "w" : tensor.startsWith("grad.") ? "x" : "y";
    }

    /** What does not depend on the machine. */
    String fixed() {
      return "| %s | %d | %s |".formatted(module, cases, shortly(bound));
    }

    @Override
    public String toString() {
      return fixed() + " %s | %s | %s |\n".formatted(shortly(y), shortly(x), shortly(w));
    }

    private static String shortly(double number) {
      return Double.isNaN(number)
          ? "none"
          : String.format(Locale.ROOT, "%.0e", number).replace("e-0", "e-");
    }
  }

  private static List<Row> rows() {
    return ParityCase.all()
        .collect(
            Collectors.groupingBy(
                one -> one.test().get("module").asText(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(module -> Row.of(module.getKey(), module.getValue()))
        .toList();
  }

  @Test
  void thePageHasEveryModuleWithinItsBound() throws IOException {
    List<Row> rows = rows();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page(rows));
    }
    List<String> held =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| \\S+ \\| \\d.*"))
            .toList();
    assertEquals(
        rows.stream().map(Row::fixed).collect(joining("\n")),
        held.stream()
            .map(line -> line.replaceAll("^((?:\\|[^|]*){3}\\|).*", "$1"))
            .collect(joining("\n")),
        PAGE + " is out of date; run: " + COMMAND);
    for (Row row : rows) {
      assertTrue(Math.max(row.y, row.x) < row.bound, row::toString);
      assertTrue(!(row.w >= row.bound), row::toString);
    }
  }

  private static String page(List<Row> rows) {
    int cases = rows.stream().mapToInt(Row::cases).sum();
    return """
        # Parity with the originals
        %d stored runs of %d published modules, made with PyTorch from the original code or from the paper's equations: same weights, same input, same
        cotangent; outputs and gradients computed in double precision and rounded. Each of our modules runs on them in single precision, on a processor, in
        training and in evaluation. A number is the largest difference over the largest number of the tensor, the worst of all cases; running statistics
        are counted with the output. Single precision has steps of 6e-8. The bound is 1e-5; where it is another, the file says why:
        `src/test/resources/parity/attention/map/MODULE.yaml`, which also says how the module is written in our grammar and how names of tensors
        correspond.

        <!-- Generated: %s -->

        %s|---|---|---|---|---|---|
        """
            .formatted(cases, rows.size(), COMMAND, HEAD)
        + rows.stream().map(Row::toString).collect(joining());
  }
}
