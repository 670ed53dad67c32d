package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.MadeGates;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Folder;
import io.squeezelab.results.GateFile;
import io.squeezelab.train.Gates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report shows of gates that were recorded. */
class RolesTest {
  private static final Study SWEEP = Made.sweep(List.of("none", "se", "eca"), 2);

  @TempDir private Path temp;

  private void record(String id, Gates gates) {
    new GateFile(id, gates).write(new Folder(temp));
  }

  private String read(String name) throws IOException {
    return Files.readString(temp.resolve(name));
  }

  @Test
  void theTrialOfTheLowestSeedStandsForItsArm() throws IOException {
    record("se-1", MadeGates.of(3, 4, 3));
    record("se-0", MadeGates.of(6, 4, 3));
    record("eca-1", MadeGates.of(3, 4, 3));
    Report.write(SWEEP, temp);
    List<String> lines = read("gates.csv").lines().toList();
    assertEquals(1 + 6 + 3, lines.size());
    assertTrue(lines.get(1).startsWith("se,0,se-0,validation,layer1.0.attention,4x1x1,0.5,0.1,"));
    assertTrue(lines.get(7).startsWith("eca,1,eca-1,"), lines.get(7));
    for (String name : List.of("classes-se-0", "depth-se-0", "classes-eca-1", "depth-eca-1")) {
      assertTrue(Files.exists(temp.resolve("charts/gates-" + name + ".svg")), name);
      assertTrue(Files.exists(temp.resolve("charts/gates-" + name + ".png")), name);
    }
    assertFalse(Files.exists(temp.resolve("charts/gates-depth-se-1.svg")));
  }

  @Test
  void pageHasChartsTableAndLinks() throws IOException {
    record("se-0", MadeGates.pencil());
    Report.write(SWEEP, temp);
    String html = read("report.html");
    assertTrue(html.contains("<h2 id=\"gates\">Role of the excitation</h2>"));
    assertTrue(html.contains("<a href=\"./trials/se-0/gates.json\">"));
    assertTrue(html.contains("<a href=\"charts/gates-classes-se-0.csv\">"));
    assertTrue(
        html.contains(
            "<th scope=\"row\">layer1.0.attention</th><td>2x1x1</td><td>0.500 ± 0.250</td>"
                + "<td>0.00</td><td>25.00</td><td>0.354</td><td>0.188</td><td>1.50</td>"));
  }

  /** Of class dog there is one image, so that its weights have no deviation. */
  @Test
  void theLinesOfTheChartAreACsvFile() throws IOException {
    record("se-0", MadeGates.pencil());
    Report.write(SWEEP, temp);
    assertEquals(
        """
        place,class,images,channel,mean,sd
        layer1.0.attention,all classes,3,0,0.5,0.3535533906
        layer1.0.attention,all classes,3,1,0.75,0.3535533906
        layer1.0.attention,cat,2,0,0.25,0.125
        layer1.0.attention,cat,2,1,0.5,0.25
        layer1.0.attention,dog,1,0,0.75,
        layer1.0.attention,dog,1,1,1,
        """,
        read("charts/gates-classes-se-0.csv"));
  }

  @Test
  void withoutRecordsNothingIsSaidAndOldChartsGo() throws IOException {
    record("se-0", MadeGates.pencil());
    Report.write(SWEEP, temp);
    Files.delete(new Folder(temp).gates("se-0"));
    Report.write(SWEEP, temp);
    assertFalse(read("report.html").contains("Role of the excitation"));
    assertFalse(Files.exists(temp.resolve("gates.csv")));
    try (var charts = Files.list(temp.resolve("charts"))) {
      assertEquals(List.of(), charts.filter(f -> f.toString().contains("gates-")).toList());
    }
  }

  @Test
  void aBrokenRecordIsNamedAndTheNextSeedTaken() throws IOException {
    record("se-1", MadeGates.pencil());
    record("se-0", MadeGates.pencil());
    Path broken = new Folder(temp).gates("se-0");
    Files.writeString(broken, "{");
    Report.write(SWEEP, temp);
    assertTrue(read("report.html").contains("<li>" + broken + ": malformed JSON"));
    assertTrue(read("gates.csv").lines().toList().get(1).startsWith("se,1,se-1,"));
  }

  @Test
  void gatesOfOneChannelHaveNoProfile() throws IOException {
    record("se-0", MadeGates.withoutImages());
    record("none-0", MadeGates.of(List.of("cat"), List.of(2), List.of()));
    Report.write(SWEEP, temp);
    assertFalse(Files.exists(temp.resolve("charts/gates-classes-se-0.csv")));
    assertTrue(Files.exists(temp.resolve("charts/gates-depth-se-0.svg")));
    assertEquals(2, read("gates.csv").lines().count(), "a network without gates has no role");
  }
}
