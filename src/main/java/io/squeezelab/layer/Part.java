package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.spec.Check;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several equal parts of the channels: (N, C, H, W) → (N, C/k, H, W), sharing memory. Costs
 * nothing.
 *
 * @param index from 0
 * @param of k
 */
public record Part(int index, int of) implements Layer {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return in.channels(size(in.channels(), of));
  }

  /** Each of these layers, given its own part. */
  public static List<Layer> before(List<Layer> layers) {
    int of = layers.size();
    return IntStream.range(0, of).mapToObj(i -> Chain.of(new Part(i, of), layers.get(i))).toList();
  }

  /** Channels of each part; refuses a number that does not fall in equal parts. */
  public static int size(int channels, int parts) {
    String refusal = channels + " channels do not fall in " + parts + " equal parts";
    Check.that(channels % parts == 0, "", refusal);
    return channels / parts;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long each = x.getShape().get(1) / of;
    return Shapes.narrow(x, 1, index * each, (index + 1) * each);
  }
}
