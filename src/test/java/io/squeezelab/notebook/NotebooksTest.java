package io.squeezelab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The notebooks as they are in the repository; .ci/notebooks executes them. */
class NotebooksTest {
  private static final Pattern UNSTABLE =
      Pattern.compile("/(home|root|tmp|work|Users)/\\S|\\b\\d\\d:\\d\\d:\\d\\d\\b");

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static List<JsonNode> cells(Path notebook) throws IOException {
    Iterable<JsonNode> cells = Trees.json(Files.readString(notebook)).path("cells");
    return StreamSupport.stream(cells.spliterator(), false)
        .filter(cell -> cell.path("cell_type").asText().equals("code"))
        .toList();
  }

  /** Text is a string, or a list of its lines. */
  private static String text(JsonNode node) {
    StringBuilder text = new StringBuilder(node.asText());
    for (JsonNode line : node) {
      text.append(line.asText());
    }
    return text.toString();
  }

  @Test
  void thereAreFive() throws IOException {
    assertEquals(5, notebooks().size());
  }

  @Test
  void everyCellThatShowsSomethingHasItsOutput() throws IOException {
    List<String> empty = new ArrayList<>();
    for (Path notebook : notebooks()) {
      for (JsonNode cell : cells(notebook)) {
        String source = text(cell.path("source"));
        boolean shows = source.lines().anyMatch(line -> line.startsWith("show("));
        if (shows && text(cell.at("/outputs/0/data/text~1plain")).isBlank()) {
          empty.add(notebook + ": " + source);
        }
      }
    }
    assertEquals(List.of(), empty);
  }

  /** Jupyter shows no SVG of a notebook that its reader has not run. */
  @Test
  void everyFigureHasPixelsToo() throws IOException {
    int figures = 0;
    for (Path notebook : notebooks()) {
      for (JsonNode cell : cells(notebook)) {
        JsonNode data = cell.at("/outputs/0/data");
        if (data.has("image/svg+xml")) {
          figures++;
          String start = text(data.path("image/png")).substring(0, 8);
          assertEquals("iVBORw0K", start, notebook.toString()); // the signature of PNG, in Base64
        }
      }
    }
    assertTrue(figures >= 7, figures + " figures");
  }

  @Test
  void outputsAreNoErrorsAndNoProgress() throws IOException {
    List<String> others = new ArrayList<>();
    for (Path notebook : notebooks()) {
      for (JsonNode cell : cells(notebook)) {
        cell.path("outputs")
            .findValues("output_type")
            .forEach(
                type -> {
                  if (!type.asText().matches("execute_result|display_data")) {
                    others.add(notebook + ": " + type.asText());
                  }
                });
      }
    }
    assertEquals(List.of(), others);
  }

  @Test
  void allButTheLastHaveChartsWithSomethingInThem() throws IOException {
    for (Path notebook : notebooks().subList(0, 4)) {
      List<JsonNode> charts = new ArrayList<>();
      cells(notebook).forEach(cell -> charts.addAll(cell.findValues("image/svg+xml")));
      assertTrue(charts.size() >= 1, notebook + " has no chart");
      for (JsonNode chart : charts) {
        long drawn =
            Pattern.compile("<(path|line|rect|text)\\b").matcher(text(chart)).results().count();
        assertTrue(drawn > 20, notebook + " has a chart of " + drawn + " things");
      }
    }
  }

  @Test
  void nothingTellsOfTheMachineThatRanThem() throws IOException {
    for (Path notebook : notebooks()) {
      assertTrue(!UNSTABLE.matcher(Files.readString(notebook)).find(), notebook.toString());
    }
  }
}
