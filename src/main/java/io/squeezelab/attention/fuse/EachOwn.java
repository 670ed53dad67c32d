package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** A layer for each of k maps; what they give is combined. */
record EachOwn(List<Layer> layers, Combine combine) implements Join {

  /**
   * @param share the first layer for all
   * @param build the layer of the i-th, from 0
   */
  static EachOwn of(int inputs, boolean share, Combine combine, IntFunction<Layer> build) {
    List<Layer> layers = new ArrayList<>(Collections.nCopies(inputs, build.apply(0)));
    for (int i = 1; i < inputs && !share; i++) {
      layers.set(i, build.apply(i));
    }
    return new EachOwn(layers, combine);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    List<Dims> each = layers.stream().map(layer -> layer.trace(in, sheet)).toList();
    return each.get(0).channels(each.get(0).channels() * combine.parts(each.size()));
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> maps) {
    List<NDArray> each = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      each.add(layers.get(i).forward(pass, maps.get(i)));
    }
    NDArray all = combine.of(each);
    for (int i = 0; i < each.size(); i++) {
      if (each.get(i) != all && each.get(i) != maps.get(i)) { // a layer may do nothing
        each.get(i).close();
      }
    }
    return all;
  }
}
