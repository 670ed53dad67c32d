package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are there whole or not at all. */
class WholeTest {
  @TempDir private Path folder;

  private void whole(Path file, String text) {
    try {
      Whole.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One writes while another does; the later one's file stays. */
  @Test
  void threadsDoNotWriteIntoEachOthersFiles() throws IOException {
    Path file = folder.resolve("a");
    Whole.write(
        file,
        fresh -> {
          Files.writeString(fresh, "mine");
          CompletableFuture.runAsync(() -> whole(file, "yours")).join();
          assertEquals("yours", Files.readString(file));
        });
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aFolderThatIsGoneIsNotMadeAgain() {
    Path gone = folder.resolve("gone");
    assertThrows(
        IOException.class,
        () -> Whole.replace(gone.resolve("a"), fresh -> Files.writeString(fresh, "text")));
    assertFalse(Files.exists(gone));
  }
}
