package io.squeezelab.data.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizedCropTest {
  private static final ResizedCrop DEFAULT = Bind.inline(ResizedCrop.class, "{}");

  /**
   * Large regions and narrow ones fit less often, so the mean share is below the 0.54 of what is
   * drawn: torchvision's is 0.435 over 20,000 pictures of this size, of the shape's logarithm
   * 0.031.
   */
  @Test
  void regionsAreInsideAndOfTheSharesAndShapesAskedFor() {
    SplittableRandom random = new SplittableRandom(3);
    double area = 0;
    double logarithm = 0;
    double left = 0;
    for (int i = 0; i < 4000; i++) {
      Cut cut = DEFAULT.draw(new Extent(500, 375), 224, random);
      assertTrue(cut.left() >= 0 && cut.left() + cut.width() <= 500, cut.toString());
      assertTrue(cut.top() >= 0 && cut.top() + cut.height() <= 375, cut.toString());
      double share = cut.width() * cut.height() / (500 * 375.0);
      assertTrue(share > 0.078 && share <= 1, cut.toString());
      double shape = cut.width() / cut.height();
      assertTrue(shape > 0.74 && shape < 1.35, cut.toString());
      area += share / 4000;
      logarithm += Math.log(shape) / 4000;
      left += cut.width() == 500 ? .5 / 4000 : cut.left() / (500 - cut.width()) / 4000;
    }
    assertEquals(.435, area, .015);
    assertEquals(.031, logarithm, .01);
    assertEquals(.5, left, .03);
  }

  /** No region of a tenth or more of such a strip has an allowed shape. */
  @ParameterizedTest
  @CsvSource({"900,30,430,0,40,30", "30,900,0,430,30,40"})
  void aStripGivesItsMiddle(int width, int height, int left, int top, int wide, int high) {
    Cut cut = DEFAULT.draw(new Extent(width, height), 8, new SplittableRandom(4));
    assertEquals(Cut.filling(left, top, wide, high, 8), cut);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{scale: [0.5]} | scale: must be two numbers, [least, greatest]",
        "{scale: [0.5, 1.5]} | scale: must be at most 1, is 1.5",
        "{ratio: [2, 1]} | ratio: must be at least 2, is 1",
        "{scale: [0, 1]} | scale: must be above 0, is 0"
      })
  void rangesAreChecked(String text, String reason) {
    String message =
        assertThrows(BadInput.class, () -> Bind.inline(ResizedCrop.class, text)).getMessage();
    assertTrue(message.endsWith(reason), message);
  }
}
