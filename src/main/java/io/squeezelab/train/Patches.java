package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Patch;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Owned;
import java.util.function.Supplier;

/** One rectangle for each image of an epoch, on the device: sixteen bytes an image. */
final class Patches {
  private final NDArray sides; // (4, N): top, left, bottom, right
  private final NDArray down; // (1, H): 0, 1, …
  private final NDArray across; // (1, W)

  /**
   * @param epoch that they live in
   * @param each draws the rectangle of the next image
   */
  Patches(NDManager epoch, int count, Dims dims, Supplier<Patch> each) {
    float[] numbers = new float[4 * count];
    for (int i = 0; i < count; i++) {
      Patch patch = each.get();
      numbers[i] = patch.top();
      numbers[count + i] = patch.left();
      numbers[2 * count + i] = patch.bottom();
      numbers[3 * count + i] = patch.right();
    }
    sides = Owned.of(epoch, numbers, 4, count);
    down = epoch.arange(0, dims.height(), 1, DataType.FLOAT32).reshape(1, dims.height());
    across = epoch.arange(0, dims.width(), 1, DataType.FLOAT32).reshape(1, dims.width());
  }

  /**
   * The images with their rectangles painted over.
   *
   * @param images (B, H, W, C), of which the first is number {@code from} of the epoch
   * @param paint that broadcasts to them
   */
  NDArray over(NDArray images, int from, NDArray paint) {
    int size = (int) images.getShape().get(0);
    try (NDManager step = images.getManager().newSubManager()) {
      NDArray rows = between(step, 0, from, size, down).reshape(size, down.size(), 1, 1);
      NDArray columns = between(step, 1, from, size, across).reshape(size, 1, across.size(), 1);
      NDArray painted = Maths.where(rows.logicalAnd(columns), paint, images);
      painted.attach(images.getManager());
      return painted;
    }
  }

  /** (B, places): whether each place lies from one side on and before the opposite one. */
  private NDArray between(NDManager step, int side, int from, int size, NDArray places) {
    NDArray first = side(step, side, from, size);
    NDArray end = side(step, side + 2, from, size);
    return first.lte(places).logicalAnd(end.gt(places));
  }

  private NDArray side(NDManager step, int side, int from, int size) {
    NDArray some = sides.get(side + ", " + from + ":" + (from + size));
    some.attach(step);
    return some.reshape(size, 1);
  }
}
