package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.spec.Seeds;
import java.util.List;
import java.util.function.Function;

/**
 * One of our layers as an ordinary DJL block, for models that are built and trained with DJL: (N,
 * C, H, W) → what the layer makes of it. Its parameters keep our names, shapes and initial values.
 *
 * <p>{@code Block se = DjlBlock.of(scope -> attention.block(scope, map), map, 0);}
 */
public final class DjlBlock extends AbstractBlock {
  private static final byte VERSION = 1;

  private final Layer layer;
  private final List<ai.djl.nn.Parameter> trained;
  private final List<ai.djl.nn.Parameter> buffers;

  private DjlBlock(Layer layer, Parameters declared, long seed) {
    super(VERSION);
    this.layer = layer;
    trained = declared.trained().stream().map(p -> parameter(p, seed)).toList();
    buffers = declared.buffers().stream().map(p -> parameter(p, seed)).toList();
  }

  /**
   * @param build the layer in a scope, such as {@code scope -> attention.block(scope, map)}
   * @param map shape of one input, without the batch axis
   */
  public static DjlBlock of(Function<Scope, Layer> build, Dims map, long seed) {
    Parameters declared = new Parameters();
    Layer layer = build.apply(declared.scope());
    layer.trace(map, new Sheet()); // refuses a shape that does not fit before anything is trained
    return new DjlBlock(layer, declared, seed);
  }

  private ai.djl.nn.Parameter parameter(Parameter p, long seed) {
    Initializer initial =
        (manager, shape, type) -> {
          float[] numbers = new float[p.size()];
          p.init().fill(numbers, p.shape().toArray(), Seeds.random(seed, "init " + p.name()));
          return manager.create(numbers, shape);
        };
    return addParameter(
        ai.djl.nn.Parameter.builder()
            .setName(p.name())
            .setType(ai.djl.nn.Parameter.Type.OTHER)
            .optShape(new Shape(p.shape().toArray()))
            .optInitializer(initial)
            .optRequiresGrad(p.trained())
            .build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray x = inputs.singletonOrThrow();
    Pass pass =
        Pass.of(
            values(store, trained, x, training), values(store, buffers, x, training), x, training);
    return new NDList(layer.forward(pass, x));
  }

  private static NDArray[] values(
      ParameterStore store, List<ai.djl.nn.Parameter> some, NDArray x, boolean training) {
    return some.stream()
        .map(p -> store.getValue(p, x.getDevice(), training))
        .toArray(NDArray[]::new);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    long[] in = inputs[0].getShape();
    Dims out = layer.trace(new Dims((int) in[1], (int) in[2], (int) in[3]), new Sheet());
    return new Shape[] {new Shape(in[0], out.channels(), out.height(), out.width())};
  }

  @Override
  protected void initializeChildBlocks(
      ai.djl.ndarray.NDManager manager, DataType type, Shape... inputs) {
    // the parameters are this block's own: there are no children
  }
}
