package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTest {
  private static final Shelf EMPTY = new Shelf(List.of());
  private static final Shelf DEBIAN = new Shelf(List.of(Path.of("/usr/share/datasets")));

  private static Data data(String text) {
    return Bind.inline(Data.class, text);
  }

  @ParameterizedTest
  @CsvSource({"cifar10,5000,50000", "fashion-mnist,5000,60000", "fashion-mnist-mini,1000,6000"})
  void aNameAloneIsResolved(String name, int validation, int train) {
    Data data = data(name);
    assertEquals(
        ("{'type':'NAME','validation':V,'augment':{'crop':0,'border':'black','flip':false,"
                + "'cutout':0,'erase':{'probability':0.0,'min-area':0.02,'max-area':0.4,"
                + "'aspect':0.3,'fill':'random'},'mixup':0.0}}")
            .replace('\'', '"')
            .replace("NAME", name)
            .replace("V", "" + validation),
        Trees.print(Print.tree(data)));
    assertEquals(data, Bind.read(Data.class, Print.tree(data)));
    assertEquals(train, data.trainCount());
    assertEquals(10, data.classNames().size());
  }

  /** As the authors' page groups them: apples are fruit, worms are invertebrates. */
  @Test
  void cifar100HasTwoSetsOfLabels() {
    Data fine = data("cifar100");
    Data coarse = data("{type: cifar100, labels: coarse}");
    assertEquals(100, fine.classes());
    assertEquals(List.of("apple", "aquarium_fish", "baby"), fine.classNames().subList(0, 3));
    assertEquals("worm", fine.classNames().get(99));
    assertEquals(20, coarse.classes());
    assertEquals("fruit_and_vegetables", coarse.classNames().get(4));
    assertEquals("vehicles_2", coarse.classNames().get(19));
    assertEquals(fine.mean(), coarse.mean());
  }

  @ParameterizedTest
  @CsvSource({"cifar100,50000,100", "mnist,60000,10", "svhn,73257,10"})
  void otherSetsAreResolved(String name, int train, int classes) {
    Data data = data(name);
    assertEquals(data, Bind.read(Data.class, Print.tree(data)));
    assertEquals(5000, data.validation());
    assertEquals(train, data.trainCount());
    assertEquals(classes, data.classNames().size());
    assertEquals(data.dims().channels(), data.mean().size());
    assertEquals(data.dims().channels(), data.deviation().size());
  }

  /**
   * Constants that are published with sixteen digits give, multiplied out, these sums of pixels and
   * of their squares, whole to thirteen digits: they are of bytes, and of so many.
   */
  @ParameterizedTest
  @CsvSource({
    "mnist, 0, 1567298545, 342590800147",
    "svhn, 0, 8372363135, 1125720415183",
    "svhn, 1, 8488812030, 1157705903750",
    "svhn, 2, 9044213307, 1279791117509"
  })
  void publishedConstantsAreThoseOfSumsOfBytes(String set, int channel, long sum, long squares) {
    Data data = data(set);
    double pixels = (double) data.trainCount() * data.dims().pixels();
    double mean = sum / pixels;
    assertEquals(data.mean().get(channel), mean / 255, 1e-8);
    double deviation = Math.sqrt(squares / pixels - mean * mean) / 255;
    assertEquals(data.deviation().get(channel), deviation, 1e-8);
  }

  @Test
  void augmentIsWrittenInFull() {
    assertEquals(
        new Cifar10(0, new Augment(4, true)),
        data("{type: cifar10, validation: 0, augment: {crop: 4, flip: true}}"));
  }

  @ParameterizedTest
  @CsvSource({"cifar10,50000", "fashion-mnist,60000", "fashion-mnist-mini,6000"})
  void validationLeavesSomethingToTrainOn(String name, int train) {
    for (int wrong : new int[] {-1, train}) {
      String text = "{type: " + name + ", validation: " + wrong + "}";
      String message = assertThrows(BadInput.class, () -> data(text)).getMessage();
      assertTrue(
          message.contains("validation: must be at least 0 and below " + train + ", is " + wrong));
    }
  }

  @Test
  void miniTravelsWithTheProgram() {
    Audit audit = Audit.of(data("fashion-mnist-mini"), EMPTY);
    for (int c = 0; c < 10; c++) {
      assertEquals(600, audit.splits().get(Data.Split.TRAIN).counts().get(c));
      assertEquals(200, audit.splits().get(Data.Split.TEST).counts().get(c));
    }
    assertTrue(audit.good());
  }

  @Test
  void miniIsTheStartOfEachOfficialClass() {
    assumeTrue(DEBIAN.find(FashionMnist.SOURCE).isPresent(), "needs dataset-fashion-mnist");
    Images whole = (Images) data("fashion-mnist").load(Data.Split.TEST, DEBIAN);
    Images mini = (Images) data("fashion-mnist-mini").load(Data.Split.TEST, EMPTY);
    int[] seen = new int[10];
    int[] kept = new int[mini.count()];
    int n = 0;
    for (int i = 0; i < whole.count(); i++) {
      if (seen[whole.labels()[i]]++ < 200) {
        kept[n++] = i;
      }
    }
    assertArrayEquals(whole.pick(kept).pixels(), mini.pixels());
    assertArrayEquals(whole.pick(kept).labels(), mini.labels());
  }

  @Test
  void realFashionMnistIsTheOfficialOne() {
    assumeTrue(DEBIAN.find(FashionMnist.SOURCE).isPresent(), "needs dataset-fashion-mnist");
    assertTrue(Audit.of(data("fashion-mnist"), DEBIAN).good());
  }

  /** MNIST's files have the names and sizes of Fashion-MNIST's. */
  @Test
  void unbalancedFilesAreNotTakenForFashionMnist(@TempDir Path folder) throws IOException {
    byte[] images = new byte[16 + 10_000 * 784];
    ByteBuffer.wrap(images).putInt(0x803).putInt(10_000).putInt(28).putInt(28);
    byte[] labels = new byte[8 + 10_000];
    ByteBuffer.wrap(labels).putInt(0x801).putInt(10_000);
    for (int i = 0; i < 10_000; i++) {
      labels[8 + i] = (byte) (i % 9);
    }
    for (String split : List.of("train", "t10k")) {
      Files.write(folder.resolve(split + "-images-idx3-ubyte"), images);
      Files.write(folder.resolve(split + "-labels-idx1-ubyte"), labels);
    }
    Shelf shelf = new Shelf(List.of(folder));
    String message =
        assertThrows(BadInput.class, () -> data("fashion-mnist").load(Data.Split.TEST, shelf))
            .getMessage();
    assertTrue(message.endsWith("1112 of 10000 images are of class 0, expected 1000"), message);
  }

  @Test
  void fashionMnistIsNotTakenForMnist() {
    assumeTrue(DEBIAN.find(FashionMnist.SOURCE).isPresent(), "needs dataset-fashion-mnist");
    Path fashion = DEBIAN.find(FashionMnist.SOURCE).orElseThrow();
    String message =
        assertThrows(
                BadInput.class,
                () -> data("mnist").load(Data.Split.TRAIN, new Shelf(List.of(fashion))))
            .getMessage();
    assertTrue(message.endsWith("6000 of 60000 images are of class 0, expected 5923"), message);
  }

  @Test
  void censusOfFourPixelsByHand() {
    Images images =
        new Images(
            new byte[] {0, 10, (byte) 255, 10, (byte) 255, 10, 0, 10},
            new int[] {1, 1},
            new Dims(2, 1, 2));
    Census census = Census.of(images, 2);
    assertEquals(List.of(0, 2), census.counts());
    assertEquals(List.of(0.5, 10 / 255.0), census.mean());
    assertEquals(List.of(0.5, 0.0), census.deviation());
  }

  @Test
  void fingerprintIgnoresOrderButNoPixelAndNoLabel() {
    Images images = (Images) data("fashion-mnist-mini").load(Data.Split.TEST, EMPTY);
    Images turned = images.pick(new int[] {2, 1, 0});
    Images straight = images.pick(new int[] {0, 1, 2});
    assertEquals(Fingerprint.of(straight), Fingerprint.of(turned));
    String before = Fingerprint.of(turned);
    turned.pixels()[1000] ^= 1;
    assertTrue(!before.equals(Fingerprint.of(turned)));
    turned.pixels()[1000] ^= 1;
    int[] labels = Arrays.copyOf(turned.labels(), 3);
    labels[0] ^= 1;
    assertTrue(!before.equals(Fingerprint.of(new Images(turned.pixels(), labels, turned.dims()))));
  }
}
