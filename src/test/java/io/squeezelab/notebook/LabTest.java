package io.squeezelab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {
  private static final String NAME = "se-paper-table-12-small";

  @TempDir private Path temp;
  private Path disk;

  /** Results of which some lie on another disk, so to speak. */
  @BeforeEach
  void link() throws IOException {
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    for (String file : List.of("experiment.yaml", "trials.jsonl")) {
      Files.copy(Path.of("results", NAME, file), elsewhere.resolve(file));
    }
    disk = Files.createDirectories(temp.resolve("disk"));
    Files.createSymbolicLink(disk.resolve("linked"), elsewhere);
  }

  private static List<String> names(Path folder) {
    return Lab.all(folder.toString()).stream().map(results -> results.study().name()).toList();
  }

  @Test
  void resultsBehindALinkAreFound() {
    assertEquals(List.of(NAME), names(disk));
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    assertEquals(List.of(NAME), names(Files.createSymbolicLink(temp.resolve("results"), disk)));
  }

  @Test
  void noFolderHasNoResults() {
    assertEquals(List.of(), names(temp.resolve("none")));
  }

  @Test
  void aLinkThatLeadsBackShowsNothingNew() throws IOException {
    Files.createSymbolicLink(disk.resolve("round"), disk);
    assertEquals(List.of(NAME), names(disk));
  }

  @Test
  void resultsToWhichTwoWaysLeadAreReadOnce() throws IOException {
    Files.createSymbolicLink(disk.resolve("latest"), disk.resolve("linked"));
    assertEquals(List.of(NAME), names(temp));
    assertEquals(temp.resolve("elsewhere"), Lab.all(temp.toString()).get(0).folder());
  }
}
