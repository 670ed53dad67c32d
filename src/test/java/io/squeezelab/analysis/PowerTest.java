package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Held against SciPy's integration; {@code power.py} beside the figures has made them. */
class PowerTest {
  private static final Path FIGURES = Path.of("src/test/resources/statistics/power.csv");

  /** effect, level, n, power, enough, detectable. */
  private static List<double[]> figures() throws IOException {
    List<double[]> rows =
        Files.readAllLines(FIGURES).stream()
            .skip(1)
            .map(l -> Arrays.stream(l.split(",")).mapToDouble(Double::parseDouble).toArray())
            .toList();
    assertEquals(11, rows.size());
    return rows;
  }

  @Test
  void powerAgreesWithSciPy() throws IOException {
    for (double[] row : figures()) {
      double power = new Power(row[1]).of((int) row[2], row[0]);
      assertEquals(row[3], power, 1e-7, Arrays.toString(row));
    }
  }

  @Test
  void pairsThatWouldDoAgreeWithSciPy() throws IOException {
    for (double[] row : figures()) {
      assertEquals((int) row[4], new Power(row[1]).enough(row[0]), Arrays.toString(row));
      assertEquals((int) row[4], new Power(row[1]).enough(-row[0]), "the sign does not matter");
    }
  }

  @Test
  void whatPairsWouldFindAgreesWithSciPy() throws IOException {
    for (double[] row : figures()) {
      double found = new Power(row[1]).detectable((int) row[2]);
      assertEquals(row[5], found, 1e-6 * row[5], Arrays.toString(row));
    }
  }

  @Test
  void noEffectIsNeverFound() {
    Power power = new Power(0.05);
    assertEquals(0, power.enough(0));
    assertEquals(0, power.enough(Double.NaN));
    assertEquals(0, power.enough(0.001), "more than 10,000 pairs");
    assertTrue(Double.isNaN(power.detectable(1)));
  }
}
