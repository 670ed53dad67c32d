import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.Bind;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Times one module at a time for modules.py: each line of standard input is {@code
 * images<TAB>CxHxW<TAB>repeats<TAB>grammar}; the answer is the seconds of each forward and backward
 * pass, or "refused" and why. The module of the line before is kept where the line names it again.
 */
final class ModuleClock implements AutoCloseable {
  private final Weights weights;
  private final Join module;
  private final List<NDArray> inputs = new ArrayList<>();
  private final NDArray cotangent;

  private ModuleClock(Attention attention, int images, Dims map) {
    Parameters declared = new Parameters();
    module = attention.join(declared.scope(), map);
    weights = new Weights(declared, Hardware.CPU, 0);
    for (int i = 0; i < attention.inputs(); i++) {
      NDArray x = normal(i, images, map);
      x.setRequiresGradient(true);
      inputs.add(x);
    }
    cotangent = normal(-1, images, map);
  }

  private NDArray normal(long seed, int images, Dims map) {
    Shape shape = new Shape(images, map.channels(), map.height(), map.width());
    float[] numbers = new float[(int) shape.size()];
    Random random = new Random(seed);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return weights.manager().create(numbers, shape);
  }

  private double seconds() {
    long start = System.nanoTime();
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray leaf = weights.leaf(step);
      // Results of operations belong to the first operand's manager, so the inputs come along.
      List<NDArray> here = new ArrayList<>();
      for (NDArray x : inputs) {
        NDArray mine = x.stopGradient();
        mine.attach(step);
        mine.setRequiresGradient(true);
        here.add(mine);
      }
      NDArray y = Torch.recording(() -> module.forward(weights.recording(leaf, true), here));
      Torch.backward(y, cotangent);
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  @Override
  public void close() {
    weights.close();
  }

  public static void main(String[] arguments) throws Exception {
    Torch.start(Hardware.CPU, 1);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    String before = "";
    ModuleClock clock = null;
    for (String line; (line = lines.readLine()) != null; ) {
      String[] words = line.split("\t", 4);
      String what = words[0] + words[1] + words[3];
      try {
        if (!what.equals(before)) {
          if (clock != null) {
            clock.close();
          }
          clock = null;
          before = "";
          Attention attention = Bind.inline(Attention.class, words[3]);
          clock = new ModuleClock(attention, Integer.parseInt(words[0]), Dims.parse(words[1]));
          before = what;
        }
        StringBuilder answer = new StringBuilder();
        for (int i = 0; i < Integer.parseInt(words[2]); i++) {
          answer.append(clock.seconds()).append(' ');
        }
        System.out.println(answer.toString().strip());
      } catch (RuntimeException refused) {
        System.out.println("refused: " + refused.toString().replace('\n', ' '));
      }
    }
  }
}
