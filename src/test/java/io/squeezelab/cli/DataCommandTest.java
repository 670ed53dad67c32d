package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.data.MadeFolder;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DataCommandTest {
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = new CommandLine(new DataCommand()).setOut(new PrintWriter(out));
    command.setExecutionExceptionHandler(
        (exception, line, parsed) -> {
          throw exception;
        });
    return command.execute(arguments);
  }

  @Test
  void listHasEverySetAndItsPlace() {
    assertEquals(0, run("list"));
    assertTrue(out.toString().contains("cifar10 "));
    assertTrue(
        out.toString()
            .lines()
            .anyMatch(line -> line.matches("fashion-mnist-mini .*in this program")));
  }

  @Test
  void listPrintsJsonAlone() {
    assertEquals(0, run("list", "--json"));
    JsonNode sets = Trees.json(out.toString());
    JsonNode mini = sets.get(3);
    assertEquals("fashion-mnist-mini", mini.get("name").textValue());
    assertEquals(2000, mini.get("test").intValue());
    assertEquals("Ankle boot", mini.get("class-names").get(9).textValue());
  }

  @Test
  void checkCountsAndCompares() {
    assertEquals(0, run("check", "fashion-mnist-mini"));
    assertTrue(out.toString().contains("Ankle boot         600     200"), out.toString());
    assertTrue(out.toString().contains("the official images"));
  }

  @Test
  void checkPrintsJsonAlone() {
    assertEquals(0, run("check", "fashion-mnist-mini", "--json"));
    JsonNode found = Trees.json(out.toString());
    assertTrue(found.get("good").booleanValue());
    assertEquals(600, found.get("train").get("counts").get(3).intValue());
    assertEquals(0.28691494, found.get("train").get("mean").get(0).doubleValue(), 1e-8);
  }

  @Test
  void aSetMayBeWrittenWithItsFields() {
    assertEquals(20, DataCommand.set("{type: cifar100, labels: coarse}").classes());
    assertEquals(0, run("check", "{type: fashion-mnist-mini, validation: 0}", "--json"));
    assertTrue(Trees.json(out.toString()).get("test").get("official").booleanValue());
  }

  @Test
  void anImageFolderIsCounted(@TempDir Path folder) {
    MadeFolder made = new MadeFolder(folder.resolve("pets")).usual();
    String pets = "{type: image-folder, folder: pets, classes: 2}";
    String shelf = folder.toString();
    assertEquals(0, run("check", pets, "--data", shelf));
    assertTrue(out.toString().contains("train       8      4"), out.toString());
    Path cut = made.truncated("train/cat/9.png");
    assertEquals(1, run("check", pets, "--data", shelf));
    assertTrue(out.toString().contains(cut + " is cut off"), out.toString());
    out.getBuffer().setLength(0);
    assertEquals(1, run("check", pets, "--data", shelf, "--json", "--sample", "2"));
    JsonNode train = Trees.json(out.toString()).get("train");
    assertEquals(8, train.get("images").intValue());
    assertEquals(2, train.get("decoded").intValue());
    assertEquals(1, train.get("corrupt").size());
  }

  @Test
  void nothingIsFetchedForWhatIsInTheJar(@TempDir Path folder) {
    assertEquals(0, run("fetch", "fashion-mnist-mini", "--data", folder.toString()));
    assertTrue(out.toString().contains("nothing to fetch"));
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void aMisspeltNameIsAnsweredWithTheNearest() {
    String message = assertThrows(BadInput.class, () -> DataCommand.set("cifar-10")).getMessage();
    assertTrue(message.endsWith("did you mean 'cifar10'?"), message);
  }
}
