package io.squeezelab.cli;

import io.squeezelab.cost.Cost;
import io.squeezelab.trial.Declared;
import io.squeezelab.trial.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue for a terminal, a paragraph an entry. */
final class CatalogueText {
  private static final int WIDTH = 100;
  private static final int INDENT = 6;

  private CatalogueText() {}

  static List<String> lines(List<Entry> entries) {
    List<String> lines = new ArrayList<>();
    String family = "";
    for (Entry entry : entries) {
      if (!entry.family().equals(family)) {
        family = entry.family();
        lines.add((lines.isEmpty() ? "" : "\n") + family.toUpperCase(Locale.ROOT));
      }
      lines.addAll(paragraph(entry));
    }
    return lines;
  }

  private static List<String> paragraph(Entry entry) {
    List<String> lines = new ArrayList<>();
    lines.add("\n  " + entry.name() + (entry.preset() ? "  (preset)" : ""));
    if (entry.preset()) {
      lines.addAll(wrapped("= " + entry.form()));
    }
    for (Field field : entry.fields()) {
      field.flat().forEach(one -> lines.addAll(wrapped(one + "  (" + one.type() + ")")));
    }
    if (entry.example() != null) {
      Specimen specimen = entry.example().specimen();
      boolean part = !entry.example().module().equals(entry.name());
      lines.addAll(
          wrapped(
              (part ? "In " + entry.example().module() + ", " : "") + entry.example().shapes()));
      lines.addAll(wrapped(cost(specimen.cost())));
      if (!specimen.declared().isEmpty()) {
        lines.addAll(wrapped(tensors(specimen.declared())));
      }
    }
    if (!entry.from().isEmpty()) {
      lines.addAll(
          wrapped("From " + entry.from() + (entry.link().isEmpty() ? "" : ", " + entry.link())));
    }
    if (!entry.notes().isEmpty()) {
      lines.addAll(wrapped(entry.notes()));
    }
    return lines;
  }

  static String cost(Cost cost) {
    return Table.plural(cost.params(), "parameter")
        + (cost.buffers() == 0 ? ", " : ", " + Table.plural(cost.buffers(), "buffer number") + ", ")
        + Table.plural(cost.macs(), "MAC")
        + ", "
        + Table.plural(cost.activations(), "activation")
        + ", "
        + Table.plural(cost.reads(), "read");
  }

  static String tensors(List<Declared> declared) {
    return declared.stream()
        .map(one -> one.name() + " " + Table.shape(one.shape()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH - INDENT) {
        lines.add(" ".repeat(INDENT) + line);
        line = new StringBuilder("  ");
      }
      line.append(line.toString().isBlank() ? "" : " ").append(word);
    }
    lines.add(" ".repeat(INDENT) + line);
    return lines;
  }
}
