package io.squeezelab.backbone;

import io.squeezelab.layer.Activation;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row of a table of inverted residual blocks: {@code n} blocks, of which the first has stride
 * {@code s}; each widens its input {@code t} times and gives {@code c} channels. Written {@code [t,
 * c, n, s]}, with a kernel k other than 3 {@code [t, c, n, s, k]}.
 */
@Text(
    "expansion, channels, blocks, stride as [6, 24, 2, 2]; the kernel as a fifth where it is not 3")
public record MobileRow(int t, int c, int n, int s, int k) {
  private static final int CHANNELS = 65_537;
  private static final int TIMES = 1_001;

  public MobileRow {
    Check.within("t", 1, TIMES, t);
    Check.within("c", 1, CHANNELS, c);
    Check.within("n", 1, TIMES, n);
    Check.within("s", 1, 9, s);
    Check.odd("k", 63, k);
  }

  /** Rows one after another: {@code [1,16,1,1] [6,24,2,2]}. */
  static List<MobileRow> table(String rows) {
    return Arrays.stream(rows.split(" ")).map(MobileRow::parse).toList();
  }

  public static MobileRow parse(String text) {
    String inside = text.replaceAll("[\\[\\]\\s]", "");
    if (!inside.matches("\\d{1,6}(,\\d{1,6}){3,4}")) {
      throw new Problem(
          "", "must be four or five whole numbers as [6, 24, 2, 2]; is '" + text + "'");
    }
    int[] numbers = Arrays.stream(inside.split(",")).mapToInt(Integer::parseInt).toArray();
    int kernel = numbers.length == 5 ? numbers[4] : 3;
    return new MobileRow(numbers[0], numbers[1], numbers[2], numbers[3], kernel);
  }

  /**
   * The blocks.
   *
   * @param in channels that come in
   * @param out channels that each gives
   * @param blocks how many
   */
  List<Mbconv> blocks(int in, int out, int blocks, boolean attends, Activation activation) {
    List<Mbconv> row = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      int wide = t * (i == 0 ? in : out);
      row.add(new Mbconv(k, wide, out, i == 0 ? s : 1, attends, activation));
    }
    return row;
  }

  @Override
  public String toString() {
    List<Integer> four = List.of(t, c, n, s);
    return k == 3 ? four.toString() : List.of(t, c, n, s, k).toString();
  }
}
