package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  private static final Path DEBIAN = Path.of("/usr/share/datasets");

  @TempDir private Path folder;

  private Path put(String sub, String... files) throws IOException {
    Path place = Files.createDirectories(folder.resolve(sub));
    for (String file : files) {
      Files.write(place.resolve(file), new byte[] {0});
    }
    return place;
  }

  private String missing(String name) {
    Data data = Bind.inline(Data.class, name);
    Shelf shelf = new Shelf(List.of(folder.resolve("absent"), folder));
    return assertThrows(BadInput.class, () -> data.load(Data.Split.TRAIN, shelf)).getMessage();
  }

  @Test
  void optionThenEnvironmentThenCacheThenDebian() {
    Path home = Path.of("/h");
    Path cache = Path.of("/h/.cache/squeezelab/data");
    assertEquals(
        List.of(Path.of("/o"), Path.of("/e"), cache, DEBIAN),
        Shelf.of(Path.of("/o"), Map.of("SQUEEZELAB_DATA", "/e"), home).folders());
    assertEquals(
        List.of(cache, DEBIAN), Shelf.of(null, Map.of("SQUEEZELAB_DATA", ""), home).folders());
  }

  @Test
  void findsPlainAndGzippedFilesInASubFolderOrTheFolderItself() throws IOException {
    Shelf shelf = new Shelf(List.of(folder));
    String[] files = FashionMnist.SOURCE.files().toArray(String[]::new);
    Path direct = put("", files);
    assertEquals(direct, shelf.find(FashionMnist.SOURCE).orElseThrow());
    Path own = put("fashion-mnist", files[0] + ".gz", files[1], files[2], files[3] + ".gz");
    assertEquals(own, shelf.find(FashionMnist.SOURCE).orElseThrow());
  }

  @Test
  void findsCifarUnderBothNames() throws IOException {
    Shelf shelf = new Shelf(List.of(folder));
    String[] files = Cifar10.SOURCE.files().toArray(String[]::new);
    assertEquals(Optional.empty(), shelf.find(Cifar10.SOURCE));
    Path named = put("cifar10", files);
    assertEquals(named, shelf.find(Cifar10.SOURCE).orElseThrow());
    Path official = put("cifar-10-batches-bin", files);
    assertEquals(official, shelf.find(Cifar10.SOURCE).orElseThrow());
  }

  @Test
  void aMissingSetSaysWhereItLookedAndHowToGetIt() throws IOException {
    Path part = put("fashion-mnist", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte");
    List<String> lines = missing("fashion-mnist").lines().toList();
    assertTrue(lines.get(0).startsWith("fashion-mnist is missing; looked for train-images-idx3"));
    assertEquals("  " + folder.resolve("absent") + " (no such folder)", lines.get(1));
    assertEquals(
        "  " + part + " (lacks t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte)", lines.get(2));
    assertTrue(lines.contains("get it with: squeezelab data fetch fashion-mnist"));
    assertTrue(
        lines.contains("or install Debian's package: apt-get install dataset-fashion-mnist"));
  }

  @Test
  void missingCifarNamesTheOfficialArchive() {
    assertTrue(
        missing("cifar10").endsWith("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"));
  }
}
