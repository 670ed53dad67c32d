package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a network with several outputs, all of one shape: (N, C, H, W) → k times (N, C', H',
 * W').
 *
 * @param trunk what all of them have in common
 * @param each from the trunk's output to each of them
 */
public record Fan(Layer trunk, List<Layer> each) {
  public Fan {
    each = List.copyOf(each);
  }

  /**
   * @return shape of each output
   */
  public Dims trace(Dims in, Sheet sheet) {
    Dims common = trunk.trace(in, sheet);
    return each.stream().map(layer -> layer.trace(common, sheet)).toList().get(0);
  }

  /** The outputs; {@code x} itself may be among them, and stays open. */
  public List<NDArray> forward(Pass pass, NDArray x) {
    NDArray common = trunk.forward(pass, x);
    List<NDArray> outputs = new ArrayList<>();
    boolean handedOn = common == x;
    for (Layer layer : each) {
      NDArray output = layer.forward(pass, common);
      handedOn |= output == common;
      outputs.add(output);
    }
    if (!handedOn) {
      common.close();
    }
    return outputs;
  }
}
