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
 * One of our layers, or of our joins, as an ordinary DJL block, for models that are built and
 * trained with DJL: one or several (N, C, H, W) → what is made of them. Its parameters keep our
 * names, shapes and initial values.
 *
 * <pre>{@code
 * Block se = DjlBlock.of(scope -> attention.block(scope, map), map, 0);
 * Block aff = DjlBlock.of(scope -> fusion.join(scope, map), map, fusion.inputs(), 0);
 * NDArray y = aff.forward(store, new NDList(residual, identity), true).singletonOrThrow();
 * }</pre>
 */
public final class DjlBlock extends AbstractBlock {
  private static final byte VERSION = 1;

  private final Join join;
  private final int inputs;
  private final List<ai.djl.nn.Parameter> trained;
  private final List<ai.djl.nn.Parameter> buffers;

  private DjlBlock(Join join, int inputs, Parameters declared, long seed) {
    super(VERSION);
    this.join = join;
    this.inputs = inputs;
    trained = declared.trained().stream().map(p -> parameter(p, seed)).toList();
    buffers = declared.buffers().stream().map(p -> parameter(p, seed)).toList();
  }

  /**
   * @param build the layer in a scope, such as {@code scope -> attention.block(scope, map)}
   * @param map shape of one input, without the batch axis
   */
  public static DjlBlock of(Function<Scope, Layer> build, Dims map, long seed) {
    return of(scope -> Join.of(build.apply(scope)), map, 1, seed);
  }

  /**
   * @param build the join in a scope, such as {@code scope -> fusion.join(scope, map)}
   * @param map shape of each input, without the batch axis
   * @param inputs how many arrays the block takes
   */
  public static DjlBlock of(Function<Scope, Join> build, Dims map, int inputs, long seed) {
    Parameters declared = new Parameters();
    Join join = build.apply(declared.scope());
    join.trace(map, new Sheet()); // refuses a shape that does not fit before anything is trained
    return new DjlBlock(join, inputs, declared, seed);
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
      ParameterStore store, NDList given, boolean training, PairList<String, Object> options) {
    if (given.size() != inputs) {
      throw new IllegalArgumentException("takes " + inputs + " arrays, is given " + given.size());
    }
    NDArray x = given.head();
    Pass pass =
        Pass.of(
            values(store, trained, x, training), values(store, buffers, x, training), x, training);
    return new NDList(join.forward(pass, given));
  }

  private static NDArray[] values(
      ParameterStore store, List<ai.djl.nn.Parameter> some, NDArray x, boolean training) {
    return some.stream()
        .map(p -> store.getValue(p, x.getDevice(), training))
        .toArray(NDArray[]::new);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] given) {
    long[] in = given[0].getShape();
    Dims out = join.trace(new Dims((int) in[1], (int) in[2], (int) in[3]), new Sheet());
    return new Shape[] {new Shape(in[0], out.channels(), out.height(), out.width())};
  }

  @Override
  protected void initializeChildBlocks(
      ai.djl.ndarray.NDManager manager, DataType type, Shape... inputs) {
    // the parameters are this block's own: there are no children
  }
}
