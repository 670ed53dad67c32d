package io.squeezelab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.cost.Dims;
import io.squeezelab.data.Erase.Fill;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where cutout's squares and erasing's rectangles lie. */
class PatchTest {
  private static final int DRAWS = 20_000;

  private final SplittableRandom random = Seeds.random(3, "patches");

  /** Within four standard deviations of a count with this probability. */
  private static void likely(double probability, int count) {
    double deviation = Math.sqrt(DRAWS * probability * (1 - probability));
    assertEquals(DRAWS * probability, count, 4 * deviation);
  }

  /**
   * Centres 0 to 4 and 0 to 2; a side of 4 begins 2 before its centre, one of 3 begins 1 before.
   */
  @ParameterizedTest
  @CsvSource({"4, 2", "3, 1", "1, 0"})
  void squaresHaveTheirCentreAtAnyPixel(int side, int before) {
    int[][] seen = new int[5][3];
    for (int i = 0; i < DRAWS; i++) {
      Patch patch = Patch.square(side, new Dims(1, 5, 3), random);
      assertEquals(side, patch.bottom() - patch.top());
      assertEquals(side, patch.right() - patch.left());
      seen[patch.top() + before][patch.left() + before]++;
    }
    for (int[] row : seen) {
      for (int count : row) {
        likely(1 / 15.0, count);
      }
    }
  }

  /** Of 64 pixels 16 are a square of 4, which begins at 0 to 4. */
  @Test
  void rectanglesLieWhollyInside() {
    Erase quarter = new Erase(1, .25, .25, 1, Fill.RANDOM);
    int[][] seen = new int[5][5];
    for (int i = 0; i < DRAWS; i++) {
      Patch patch = quarter.draw(new Dims(3, 8, 8), random);
      assertEquals(4, patch.bottom() - patch.top());
      assertEquals(4, patch.right() - patch.left());
      seen[patch.top()][patch.left()]++;
    }
    for (int[] row : seen) {
      for (int count : row) {
        likely(1 / 25.0, count);
      }
    }
  }

  /** The paper's ranges; a height and a width are rounded to pixels. */
  @Test
  void areasAndShapesAreInThePapersRanges() {
    Erase paper = Bind.inline(Erase.class, "{probability: 1}");
    double least = 1024;
    double most = 0;
    for (int i = 0; i < DRAWS; i++) {
      Patch patch = paper.draw(new Dims(3, 32, 32), random);
      int high = patch.bottom() - patch.top();
      int wide = patch.right() - patch.left();
      assertTrue(patch.top() >= 0 && patch.left() >= 0, patch.toString());
      assertTrue(patch.bottom() <= 32 && patch.right() <= 32, patch.toString());
      assertTrue((high + .5) * (wide + .5) >= .02 * 1024, patch.toString());
      assertTrue((high - .5) * (wide - .5) <= .4 * 1024, patch.toString());
      assertTrue((high + .5) / (wide - .5) >= .3, patch.toString());
      assertTrue((high - .5) / (wide + .5) <= 1 / .3, patch.toString());
      least = Math.min(least, high * wide);
      most = Math.max(most, high * wide);
    }
    assertTrue(least < .04 * 1024 && most > .36 * 1024, least + " to " + most);
  }

  /**
   * Height over width is uniform from 1/4 to 4 before rectangles that do not fit are drawn again. A
   * rectangle of 64 pixels in 64 x 64, as high as wide or turned, fits in as many places.
   */
  @Test
  void shapesAreDrawnUniformlyAndFitOrAreDrawnAgain() {
    Erase small = new Erase(1, 1 / 64.0, 1 / 64.0, .25, Fill.RANDOM);
    double fits = 0;
    double tall = 0;
    for (double ratio = .2505; ratio < 4; ratio += .001) {
      long high = Math.round(8 * Math.sqrt(ratio));
      long wide = Math.round(8 / Math.sqrt(ratio));
      double places = (65 - high) * (65 - wide);
      fits += places;
      tall += high > wide ? places : 0;
    }
    int seen = 0;
    for (int i = 0; i < DRAWS; i++) {
      Patch patch = small.draw(new Dims(1, 64, 64), random);
      seen += patch.bottom() - patch.top() > patch.right() - patch.left() ? 1 : 0;
    }
    likely(tall / fits, seen);
  }

  @Test
  void asManyImagesAreChangedAsTheProbabilitySays() {
    Erase some = new Erase(.3, .02, .4, .3, Fill.MEAN);
    int changed = 0;
    for (int i = 0; i < DRAWS; i++) {
      changed += some.draw(new Dims(1, 28, 28), random).equals(Patch.NONE) ? 0 : 1;
    }
    likely(.3, changed);
  }

  /** A rectangle twice as high as the image never fits. */
  @Test
  void whatNeverFitsLeavesTheImage() {
    Erase whole = new Erase(1, 1, 1, 1, Fill.MEAN);
    assertEquals(Patch.NONE, whole.draw(new Dims(1, 4, 400), random));
  }
}
