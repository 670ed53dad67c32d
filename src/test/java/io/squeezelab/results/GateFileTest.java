package io.squeezelab.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.MadeGates;
import io.squeezelab.spec.BadInput;
import io.squeezelab.train.Gates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateFileTest {
  private static final String ID = "0123456789ab";

  @TempDir private Path temp;
  private Folder folder;
  private Path file;

  @BeforeEach
  void name() {
    folder = new Folder(temp.resolve("results"));
    file = folder.path().resolve("trials").resolve(ID).resolve("gates.json");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Gates gates = MadeGates.of(3, 4, 2);
    new GateFile(ID, gates).write(folder);
    assertEquals(Optional.of(gates), GateFile.read(folder, ID));
  }

  /** A class with one image has no deviation, one with none no mean: NaN, as text. */
  @Test
  void whatIsNotKnownStaysUnknown() throws IOException {
    Gates gates = MadeGates.withoutImages();
    new GateFile(ID, gates).write(folder);
    assertEquals(Optional.of(gates), GateFile.read(folder, ID));
    assertTrue(Files.readString(file).contains("\"NaN\""));
  }

  @Test
  void theFileIsOneLineWithTheDocumentedFields() throws IOException {
    new GateFile(ID, MadeGates.pencil()).write(folder);
    assertEquals(
        """
        {"id":"0123456789ab","gates":{"split":"validation","classes":["cat","dog"],"images":[2,1],\
        "near":0.05,"bin-from":0.0,"bin-width":0.5,"places":[{"place":"layer1.0.attention",\
        "weights":"2x1x1","mean":0.5,"sd":0.25,"near-zero":0.0,"near-one":0.25,"entropy":1.5,\
        "histogram":[0,2,3,1],"class-mean":[[0.25,0.5],[0.75,1.0]],\
        "class-sd":[[0.125,0.25],["NaN","NaN"]]}]}}
        """,
        Files.readString(file));
  }

  @Test
  void nothingIsThereWhereNobodyAsked() {
    assertEquals(Optional.empty(), GateFile.read(folder, ID));
  }

  private String refusal(String from, String to) throws IOException {
    new GateFile(ID, MadeGates.pencil()).write(folder);
    Files.writeString(file, Files.readString(file).replace(from, to));
    String message = assertThrows(BadInput.class, () -> GateFile.read(folder, ID)).getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    return message.substring((file + ": ").length());
  }

  @Test
  void aBrokenFileIsNamedWithWhatIsWrong() throws IOException {
    assertTrue(refusal("}]}}", "").startsWith("malformed JSON: "));
    assertEquals(
        "id: is ba9876543210, but the folder is of 0123456789ab",
        refusal("0123456789ab", "ba9876543210"));
    assertEquals(
        "gates.places[0].near-zero: must be at most 1, is 2",
        refusal("\"near-zero\":0.0", "\"near-zero\":2"));
    assertEquals(
        "gates.places[0].class-mean: must have a row of 2 channels for each class",
        refusal("[0.25,0.5]", "[0.25]"));
    assertEquals("gates.places[0]: lacks the field 'entropy'", refusal("\"entropy\":1.5,", ""));
    assertTrue(refusal("\"validation\"", "\"holiday\"").contains("unknown split 'holiday'"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectories(folder.path());
    Files.writeString(folder.path().resolve("trials"), "a file");
    BadInput refused =
        assertThrows(BadInput.class, () -> new GateFile(ID, MadeGates.pencil()).write(folder));
    assertTrue(refused.getMessage().startsWith("cannot write " + file), refused.getMessage());
  }
}
