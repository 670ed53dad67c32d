package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;

/** Sum of each channel's h x w cells, times its basis: (N, C, H, W) → (N, C, 1, 1). */
record Transform(String name, Parameter basis, int height, int width) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    boolean trained = basis.trained();
    long size = basis.size();
    Dims out = new Dims(in.channels(), 1, 1);
    Cost cost =
        new Cost(trained ? size : 0, trained ? 0 : size, trained ? size : 0, out.size(), in.size());
    return sheet.add(new Line(name, "dct", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    boolean fits = s[2] == height && s[3] == width;
    NDArray cells = fits ? x : Maths.gridMean(x, height, width); // (N, C, h, w)
    try (NDArray products = Ops.mul(cells, pass.get(basis))) {
      return Maths.sum(products, 2, 3);
    } finally {
      if (!fits) {
        cells.close();
      }
    }
  }
}
