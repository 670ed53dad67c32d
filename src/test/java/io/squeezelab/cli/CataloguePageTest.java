package io.squeezelab.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.spec.Family;
import io.squeezelab.trial.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue as a page: what the command walks, and what the sources say of it. */
class CataloguePageTest {
  private static final Path PAGE = Path.of("docs/catalogue.md");
  private static final String WRITE = "squeezelab.write";
  private static final String COMMAND =
      "mvn -B -q test -Dtest=CataloguePageTest -D" + WRITE + "=true";

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    String held = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(page, held, PAGE + " is out of date; run: " + COMMAND);
  }

  private static String page() {
    Map<String, List<Entry>> families =
        Entry.all().stream()
            .collect(Collectors.groupingBy(Entry::family, LinkedHashMap::new, Collectors.toList()));
    StringBuilder page =
        new StringBuilder(
            """
            # Catalogue
            Every variant and preset that an experiment file can name; `./squeezelab catalogue` prints the same, `--json` for programs. Shapes, tensors and
            costs are those of one image on a map of 64x32x32 (channels x height x width), or one that suits: map → descriptor → output. A part is shown in the plainest module
            that takes it. `./squeezelab describe MODULE --channels C` tells them for any module and size. MACs are multiply-adds of products with weights;
            reads are numbers of a map that a squeeze or an application of weights reads. How near each module is to its original: [parity.md](parity.md).

            <!-- Generated: COMMAND -->

            """
                .replace("COMMAND", COMMAND));
    families.forEach((family, entries) -> page.append(contents(family, entries)));
    for (Class<?> type : Families.ALL) {
      Family family = Family.of(type);
      page.append("\n## ").append(family.name()).append("\n");
      page.append(Javadoc.of(type).text()).append("\n");
      families.get(family.name()).forEach(entry -> page.append(section(family, entry)));
    }
    return page.toString();
  }

  private static String contents(String family, List<Entry> entries) {
    return "- [%s](#%s): %s\n"
        .formatted(
            family,
            family,
            entries.stream()
                .map(e -> "[" + e.name() + "](#" + anchor(e) + ")")
                .collect(joining(", ")));
  }

  /** Names such as `none` stand in several families, so headings carry the family. */
  private static String anchor(Entry entry) {
    return entry.family() + "-" + entry.name();
  }

  private static String section(Family family, Entry entry) {
    StringBuilder text = new StringBuilder("\n### " + entry.family() + " " + entry.name() + "\n");
    if (entry.preset()) {
      text.append("```yaml\n").append(entry.form()).append("\n```\n");
    } else {
      Javadoc said = Javadoc.of(family.variants().get(entry.name()));
      text.append(said.text()).append(said.text().isEmpty() ? "" : "\n");
      text.append(fields(entry, said));
    }
    if (entry.example() != null) {
      text.append("\n").append(example(entry)).append("\n");
    }
    if (!entry.from().isEmpty()) {
      String from = entry.link().isEmpty() ? entry.from() : link(entry);
      text.append("\nFrom: ").append(from).append("\n");
    }
    if (!entry.notes().isEmpty()) {
      text.append("\n").append(entry.notes()).append("\n");
    }
    return text.toString();
  }

  private static String link(Entry entry) {
    return "[" + entry.from() + "](" + entry.link() + ")";
  }

  private static String fields(Entry entry, Javadoc said) {
    if (entry.fields().isEmpty()) {
      return "";
    }
    StringBuilder table =
        new StringBuilder("\n| field | type | default | meaning |\n|---|---|---|---|\n");
    for (Field field : entry.fields()) {
      for (Field one : field.flat()) {
        String standard = one.standard() == null ? "required" : "`" + one.standard() + "`";
        String meaning = said.fields().getOrDefault(one.name(), "");
        table.append(
            "| `%s` | %s | %s | %s |\n"
                .formatted(one.name(), one.type(), standard, meaning.replace("|", "\\|")));
      }
    }
    return table.toString();
  }

  private static String example(Entry entry) {
    Example example = entry.example();
    boolean part = !example.module().equals(entry.name());
    String line =
        (part ? "In `" + example.module() + "`: " : "")
            + example.shapes().replace("->", "→")
            + "; "
            + CatalogueText.cost(example.specimen().cost())
            + ".";
    String tensors =
        example.specimen().declared().stream()
            .map(
                one ->
                    "`"
                        + one.name()
                        + "` "
                        + Table.shape(one.shape())
                        + (one.trained() ? "" : " buffer"))
            .collect(joining(", "));
    return line + (tensors.isEmpty() ? "" : " " + tensors);
  }
}
