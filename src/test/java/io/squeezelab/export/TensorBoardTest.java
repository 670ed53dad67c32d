package io.squeezelab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.results.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorBoardTest {
  @TempDir private Path temp;

  private static Exported trial(String id, String arm) {
    return new Attempts().add(result(id, arm));
  }

  private static Result result(String id, String arm) {
    Result made = Made.done(arm, 3, 0.5);
    return new Result(id, arm, 3, 1, made.trial(), made.cost(), made.outcome());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files.filter(Files::isRegularFile).map(f -> temp.relativize(f).toString()).toList();
    }
  }

  @Test
  void aTrialIsAFileOfItsArmAndSeed() throws IOException {
    new TensorBoard(temp).put(trial("0123456789ab", "avg, reduction=4"));
    assertEquals(List.of("avg, reduction=4/seed-3/events.out.tfevents.0123456789ab"), files());
  }

  @Test
  void aSecondTimeChangesNothing() throws IOException {
    new TensorBoard(temp).put(trial("0123456789ab", "avg"));
    byte[] before = Files.readAllBytes(temp.resolve(files().get(0)));
    new TensorBoard(temp).put(trial("0123456789ab", "avg"));
    assertEquals(1, files().size());
    assertEquals(
        List.of(before.length), List.of(Files.readAllBytes(temp.resolve(files().get(0))).length));
  }

  /** No event says whether a trial is paused or stopped. */
  @Test
  void whatASearchDecidedWritesNoFileAgain() throws IOException {
    TensorBoard sink = new TensorBoard(temp);
    sink.decided(trial("0123456789ab", "avg"));
    Path file = temp.resolve(files().get(0));
    Files.writeString(file, "as it was");
    sink.decided(trial("0123456789ab", "avg"));
    assertEquals("as it was", Files.readString(file));
  }

  /** Two files of one run would be one line that goes to and fro. Others' files stay. */
  @Test
  void aTrialThatChangedReplacesTheOldOne() throws IOException {
    new TensorBoard(temp).put(trial("0123456789ab", "avg"));
    Files.writeString(temp.resolve("avg/seed-3/events.out.tfevents.1700000000.host"), "x");
    new TensorBoard(temp).put(trial("ba9876543210", "avg"));
    assertEquals(
        List.of(
            "avg/seed-3/events.out.tfevents.1700000000.host",
            "avg/seed-3/events.out.tfevents.ba9876543210"),
        files().stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "/etc", "a/b", "..", "a\\b", "a:b?<>|*\"", "\n", "a."})
  void noLabelLeavesTheFolder(String arm) throws IOException {
    new TensorBoard(temp.resolve("in")).put(trial("0123456789ab", arm));
    assertEquals(1, files().size());
    String[] parts = files().get(0).split("/");
    assertEquals(4, parts.length, files().get(0));
    assertTrue(parts[1].matches("[A-Za-z0-9._-]+-[0-9a-f]{1,8}"), parts[1]);
  }

  @Test
  void differentArmsHaveDifferentFolders() {
    assertNotEquals(TensorBoard.directory("a/b"), TensorBoard.directory("a:b"));
    String longest = "x".repeat(200);
    assertNotEquals(TensorBoard.directory(longest), TensorBoard.directory(longest + "y"));
    assertTrue(TensorBoard.directory(longest).length() < 120);
  }
}
