package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.data.Data.Split;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subsets of large sets are often made of links, to pictures or to whole classes. */
class LinkedPicturesTest {
  @TempDir private Path temp;
  private MadeFolder made;

  @BeforeEach
  void make() {
    made = new MadeFolder(temp.resolve("pets")).usual();
  }

  private int count() {
    return made.data("").load(Split.TRAIN, made.shelf(1)).count();
  }

  private String refusal() {
    return assertThrows(BadInput.class, this::count).getMessage();
  }

  @Test
  void aPictureMayBeALink() throws IOException {
    Path elsewhere = made.picture("elsewhere/4.png", 104);
    Files.createSymbolicLink(made.root().resolve("train/dog/4.png"), elsewhere);
    assertEquals(9, count());
  }

  @Test
  void aClassMayBeALink() throws IOException {
    Files.move(made.root().resolve("train/cat"), made.root().resolve("cats"));
    Files.createSymbolicLink(made.root().resolve("train/cat"), made.root().resolve("cats"));
    assertEquals(8, count());
  }

  @Test
  void aLinkThatLeadsBackIsRefused() throws IOException {
    Path dogs = made.root().resolve("train/dog");
    Files.createSymbolicLink(dogs.resolve("round"), dogs);
    assertEquals(
        "cannot read " + dogs + ": " + dogs + "/round: a link leads back to a folder around it",
        refusal());
  }

  @Test
  void aPictureThatLeadsNowhereIsRefused() throws IOException {
    Path gone = made.root().resolve("train/dog/4.png");
    Files.createSymbolicLink(gone, made.root().resolve("unmounted/4.png"));
    assertEquals(gone + " is a link that leads nowhere", refusal());
  }
}
