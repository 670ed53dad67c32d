package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a network with several outputs, all of one shape: (N, C, H, W) → k times (N, C', H',
 * W').
 *
 * @param trunk what all of them have in common
 * @param each from the trunk's output to each of them
 * @param apart whether each takes its equal part of the trunk's channels only
 */
public record Fan(Layer trunk, List<Layer> each, boolean apart) {
  public Fan {
    each = List.copyOf(each);
  }

  public Fan(Layer trunk, List<Layer> each) {
    this(trunk, each, false);
  }

  /**
   * @return shape of each output
   */
  public Dims trace(Dims in, Sheet sheet) {
    Dims whole = trunk.trace(in, sheet);
    Dims common = apart ? whole.channels(Part.size(whole.channels(), each.size())) : whole;
    return each.stream().map(layer -> layer.trace(common, sheet)).toList().get(0);
  }

  /** The outputs; {@code x} itself may be among them, and stays open. */
  public List<NDArray> forward(Pass pass, NDArray x) {
    NDArray common = trunk.forward(pass, x);
    List<NDArray> sources = apart ? parts(common) : Collections.nCopies(each.size(), common);
    List<NDArray> outputs = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      outputs.add(each.get(i).forward(pass, sources.get(i)));
    }
    Stream.concat(sources.stream(), Stream.of(common))
        .filter(array -> array != x && outputs.stream().noneMatch(output -> output == array))
        .forEach(NDArray::close);
    return outputs;
  }

  private List<NDArray> parts(NDArray common) {
    long[] sizes = new long[each.size()];
    Arrays.fill(sizes, common.getShape().get(1) / sizes.length);
    return Shapes.split(common, 1, sizes);
  }
}
