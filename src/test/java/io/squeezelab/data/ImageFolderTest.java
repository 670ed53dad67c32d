package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.cost.Dims;
import io.squeezelab.data.Data.Split;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFolderTest {
  @TempDir private Path temp;
  private MadeFolder made;

  @BeforeEach
  void make() {
    made = new MadeFolder(temp.resolve("pets")).usual();
  }

  /** The grey level of every image, in order. */
  private static List<Integer> levels(Labelled images) {
    return IntStream.range(0, images.count()).map(i -> images.pixels(i)[0] & 0xff).boxed().toList();
  }

  private static String refusal(ImageFolder data, Split split) {
    Shelf shelf = new Shelf(List.of());
    return assertThrows(BadInput.class, () -> data.load(split, shelf)).getMessage();
  }

  @Test
  void classesAreNumberedAndFilesOrderedByName() {
    Labelled train = made.data("").load(Split.TRAIN, made.shelf(2));
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, train.labels());
    assertEquals(List.of(200, 201, 202, 203, 100, 101, 102, 103), levels(train));
    Labelled test = made.data("").load(Split.TEST, made.shelf(2));
    assertEquals(List.of(210, 211, 110, 111), levels(test));
    assertEquals(new Dims(3, 8, 8), test.dims());
    assertEquals(8 * 8 * 3, test.pixels(0).length);
  }

  @Test
  void picturesMayLieDeeperAndOtherFilesAreNone() throws IOException {
    made.picture("train/cat/images/deep.jpeg", 220);
    Files.writeString(temp.resolve("pets/train/cat/cat_boxes.txt"), "0 0 1 1");
    Files.writeString(temp.resolve("pets/train/cat/._0.png"), "");
    assertEquals(9, made.data("").load(Split.TRAIN, made.shelf(1)).count());
  }

  /** ImageNet's test images have no labels: they lie in no class folders. */
  @Test
  void aTestFolderWithoutLabelsIsPassedOver() {
    made.picture("test/images/unknown.png", 7);
    assertEquals(4, made.data("").load(Split.TEST, made.shelf(1)).count());
  }

  @Test
  void aTestFolderWithLabelsComesBeforeValidation() {
    made.picture("test/cat/0.png", 30);
    made.picture("test/dog/0.png", 31);
    assertEquals(List.of(30, 31), levels(made.data("").load(Split.TEST, made.shelf(1))));
    ImageFolder apart = made.data(", splits: {validation: val, test: test}");
    assertTrue(apart.validated());
    Official official = Official.load(apart, made.shelf(1));
    assertEquals(List.of(210, 211, 110, 111), levels(official.validation()));
    assertEquals(List.of(30, 31), levels(official.test()));
  }

  @Test
  void tinyImageNetsListNamesTheClasses() throws IOException {
    ImageFolder tiny = made.data(", splits: {test: seen}");
    for (int i = 0; i < 3; i++) {
      made.picture("seen/images/" + i + ".png", 40 + i);
    }
    Files.writeString(
        temp.resolve("pets/seen/seen_annotations.txt"),
        "0.png\tdog\t1\t2\t3\t4\n1.png\tcat\t1\t2\t3\t4\n2.png\tdog\t1\t2\t3\t4\n");
    Labelled test = tiny.load(Split.TEST, made.shelf(1));
    assertEquals(List.of(41, 40, 42), levels(test));
    assertArrayEquals(new int[] {0, 1, 1}, test.labels());
  }

  @Test
  void aPartOfALargeSetIsTheFirstOfEach() {
    made.picture("train/ant/0.png", 1);
    made.picture("val/ant/0.png", 2);
    ImageFolder part = made.data(", of: 3, images-per-class: 1");
    Labelled train = part.load(Split.TRAIN, made.shelf(1));
    assertEquals(List.of(1, 200), levels(train));
    assertEquals(List.of(2, 210), levels(part.load(Split.TEST, made.shelf(1))));
    assertTrue(
        refusal(made.data(""), Split.TRAIN).contains("train has 3 class folders, expected 2"));
  }

  @Test
  void damagedFilesAreRefusedByName() {
    Path cut = made.truncated("train/cat/9.png");
    String message = refusal(made.data(""), Split.TRAIN);
    assertEquals(
        cut
            + " is cut off: a PNG without its last chunk\n"
            + "data.corrupt: skip leaves such files out",
        message);
    Path rotten = made.rotten("val/cat/9.png");
    Labelled test = made.data("").load(Split.TEST, made.shelf(1));
    String found = assertThrows(BadInput.class, () -> test.pixels(2)).getMessage();
    assertTrue(found.startsWith(rotten + " is damaged: "), found);
  }

  @Test
  void damagedFilesAreLeftOutWhereThatIsAskedFor() {
    Path cut = made.truncated("train/cat/1a.png");
    Labelled train = made.data(", corrupt: skip").load(Split.TRAIN, made.shelf(3));
    assertEquals(List.of(200, 201, 202, 203, 100, 101, 102, 103), levels(train));
    assertEquals(Map.of(cut, "is cut off: a PNG without its last chunk"), train.faults());
  }

  @Test
  void aClassWithoutImagesIsRefused() throws IOException {
    Files.createDirectories(temp.resolve("pets/train/bee"));
    String message = refusal(made.data(", of: 3"), Split.TRAIN);
    assertEquals(temp.resolve("pets/train") + " has no images of class bee", message);
  }

  /** In a shelf's folder the name may have a version behind it, but it is no other word's start. */
  @Test
  void aSetIsFoundByItsName() {
    MadeFolder version = new MadeFolder(temp.resolve("pets2-320")).usual();
    Shelf shelf = new Shelf(List.of(temp.resolve("absent"), temp));
    assertEquals(made.root(), named("pets").place(shelf).orElseThrow());
    assertEquals(version.root(), named("pets2").place(shelf).orElseThrow());
    assertTrue(named("pet").place(shelf).isEmpty());
    Shelf itself = new Shelf(List.of(made.root()));
    assertEquals(made.root(), named("whatever").place(itself).orElseThrow());
    new MadeFolder(temp.resolve("pets2-160")).usual();
    String message = assertThrows(BadInput.class, () -> named("pets2").place(shelf)).getMessage();
    assertTrue(message.contains("give the whole name as data.folder"), message);
  }

  private static Data named(String folder) {
    return Bind.inline(Data.class, "{type: image-folder, classes: 2, folder: " + folder + "}");
  }

  @Test
  void whatIsMissingIsSaidWithThePlaces() {
    Shelf shelf = new Shelf(List.of(temp));
    String message =
        assertThrows(BadInput.class, () -> named("cars").load(Split.TRAIN, shelf)).getMessage();
    assertEquals(
        "the image folder cars is missing; looked in\n  "
            + temp
            + "\nexpected is train/CLASS/*.jpg with 2 classes, and val or test beside",
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ", images-per-class: -1 | images-per-class: must be at least 0, is -1",
        ", of: 1 | of: must be 0 or at least classes, 2, is 1",
        ", validation: 2, splits: {validation: val} | splits.validation names a folder of its own",
        ", augment: {crop: 4} | augment.crop: must be 0: a border is for small images",
        ", augment: {flip: true} | augment.flip: must be left out: data.flip mirrors these images",
        ", mean: [0.5] | mean: must be three numbers, of red, green and blue",
        ", deviation: [1, 0, 1] | deviation: must be above 0, is 0"
      })
  void whatMakesNoSenseIsRefused(String fields, String reason) {
    String message = assertThrows(BadInput.class, () -> made.data(fields)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @ParameterizedTest
  @CsvSource({"imagenet,1000,224,256", "tiny-imagenet,200,64,64", "imagenette,10,224,256"})
  void presetsHaveTheirClassesAndImageNetsConstants(
      String name, int classes, int size, int resize) {
    ImageFolder data = (ImageFolder) Bind.inline(Data.class, name);
    assertEquals(classes, data.classes());
    assertEquals(new Dims(3, size, size), data.dims());
    assertEquals(resize, data.resize());
    assertEquals(List.of(.485, .456, .406), data.mean());
    assertTrue(data.flip());
    assertEquals(data, Bind.read(Data.class, Print.tree(data)));
  }

  /** Levels 200 to 203 and 100 to 103, of which two of each are decoded. */
  @Test
  void aSurveyCountsAndMeasures() {
    made.truncated("val/dog/9.png");
    made.rotten("val/dog/8.png");
    Survey survey = Survey.of(made.data(""), made.shelf(2), 4);
    Survey.Split train = survey.splits().get("train");
    assertEquals(List.of(4, 4), train.counts());
    assertEquals(4, train.decoded());
    assertEquals((200 + 202 + 100 + 102) / 4.0 / 255, train.mean().get(1), 1e-12);
    assertEquals(Math.sqrt(2501) / 255, train.deviation().get(2), 1e-12);
    Survey.Split test = survey.splits().get("test");
    assertEquals(List.of(2, 3), test.counts());
    assertEquals(
        1, Survey.of(made.data(""), made.shelf(2), 1).splits().get("test").corrupt().size());
    assertEquals(
        2, Survey.of(made.data(""), made.shelf(2), 0).splits().get("test").corrupt().size());
    assertEquals(List.of("cat", "dog"), survey.classes());
    assertFalse(survey.good());
  }
}
