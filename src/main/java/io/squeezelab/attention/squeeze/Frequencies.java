package io.squeezelab.attention.squeeze;

import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;
import java.util.Map;

/**
 * The first n of an order of the frequencies of a 7x7 grid: {@code top}, best first by the accuracy
 * that each reaches alone on ImageNet; {@code low}, from the lowest; {@code bot}, worst first.
 */
@Text("top, low or bot, and how many of 32: top16")
public record Frequencies(String order, int number) {
  /** Pairs uv, u along the height, v along the width; facts of the released code of FcaNet. */
  private static final Map<String, String> ORDERS =
      Map.of(
          "top",
          "0001600502101240501630040603352246633353552161525432314123206513",
          "low",
          "0001101102202112220330400413310514233241500615243342516016253443",
          "bot",
          "6614343626431124444556154262255164136520234131325452612155533363");

  public static Frequencies parse(String text) {
    String name = text.trim();
    if (!name.matches("(top|low|bot)([1-9]|[12]\\d|3[0-2])")) {
      throw new Problem("", "must be top, low or bot, and 1 to 32: top16; is '" + text + "'");
    }
    return new Frequencies(name.substring(0, 3), Integer.parseInt(name.substring(3)));
  }

  /** Of the i-th: half periods along the height of a 7x7 grid. */
  public int u(int i) {
    return ORDERS.get(order).charAt(2 * i) - '0';
  }

  /** Along the width. */
  public int v(int i) {
    return ORDERS.get(order).charAt(2 * i + 1) - '0';
  }

  @Override
  public String toString() {
    return order + number;
  }
}
