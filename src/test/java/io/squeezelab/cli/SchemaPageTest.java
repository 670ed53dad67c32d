package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.experiment.FileSchema;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** The schema of experiment files, and what the sources say of its fields. */
class SchemaPageTest {
  private static final Path PAGE = Path.of("docs/experiment.schema.json");
  private static final Path MEANINGS =
      Path.of("src/main/resources/io/squeezelab/experiment/meanings.yaml");
  private static final String WRITE = "squeezelab.write";
  private static final String COMMAND = "mvn -B -q test -Dtest=SchemaPageTest -D" + WRITE + "=true";

  /** The program has no sources when it runs, so it carries along what they say. */
  @Test
  void theMeaningsAreThoseOfTheSources() throws IOException {
    upToDate(MEANINGS, "# Generated: " + COMMAND + "\n" + Trees.printYaml(meanings()));
  }

  @Test
  void theSchemaIsThatOfTheRecords() throws IOException {
    upToDate(PAGE, Trees.pretty(FileSchema.tree(meanings())) + "\n");
  }

  @Test
  void theCommandPrintsTheSchemaToTheByte() throws IOException {
    assertEquals(Files.readString(PAGE), Shown.of("schema").out());
  }

  private static void upToDate(Path file, String text) throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, text);
    }
    String held = Files.exists(file) ? Files.readString(file) : "";
    assertEquals(text, held, file + " is out of date; run: " + COMMAND);
  }

  private static ObjectNode meanings() {
    ObjectNode meanings = Trees.object();
    FileSchema.types().stream()
        .sorted(Comparator.comparing(Class::getName))
        .forEach(type -> meanings.set(type.getName(), meaning(type)));
    meanings.properties().removeIf(one -> one.getValue().isEmpty());
    return meanings;
  }

  private static ObjectNode meaning(Class<?> type) {
    Javadoc said = Javadoc.of(type);
    ObjectNode meaning = Trees.object();
    if (!said.text().isEmpty()) {
      meaning.put("is", said.text().split("(?<=\\.)\\s", 2)[0].replaceAll("\\s+", " "));
    }
    said.fields().forEach((field, text) -> meaning.put(field, text));
    return meaning;
  }
}
