package io.squeezelab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link of the documentation to a file of the project leads somewhere. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)]*)?\\)");

  @Test
  void linksLeadToFiles() throws IOException {
    List<Path> pages;
    try (Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> top = Files.list(Path.of("."))) {
      pages = Stream.concat(docs, top).filter(p -> p.toString().endsWith(".md")).toList();
    }
    assertTrue(pages.size() > 10, "pages found: " + pages);
    List<String> dead = pages.stream().flatMap(LinksTest::dead).toList();
    assertEquals(List.of(), dead);
  }

  private static Stream<String> dead(Path page) {
    try {
      return LINK.matcher(Files.readString(page))
          .results()
          .map((MatchResult link) -> link.group(1))
          .filter(target -> !target.contains("://"))
          .filter(target -> !Files.exists(page.toAbsolutePath().resolveSibling(target).normalize()))
          .map(target -> page + " -> " + target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
