package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The blocks of an {@link Xception}: separable convolutions (a depthwise 3x3, then a 1x1), each
 * after a ReLU and before a norm; a max pool where the block has a stride; added to the block's
 * input or, where the shape changes, to a 1x1 convolution and norm of it.
 *
 * @param width share of the published channels
 */
record XceptionUnits(double width) {
  private static final String SEVERAL =
      "an Xception block has several 3x3 convolutions, which are depthwise and one after another";

  /**
   * One block as published.
   *
   * @param channels that its separable convolutions give
   */
  record Shape(int stride, List<Integer> channels) {
    Shape(int stride, Integer... channels) {
      this(stride, Arrays.asList(channels));
    }

    int last() {
      return channels.get(channels.size() - 1);
    }
  }

  /** Channels of a layer that is published with so many; at least 1. */
  int channels(int published) {
    return (int) Math.max(1, Math.round(published * width));
  }

  /**
   * The blocks of one stage, named {@code block1} and so on.
   *
   * @param before how many there are in the stages before it; the first of all has no ReLU at its
   *     start
   */
  List<Layer> blocks(Scope root, Dims in, List<Shape> shapes, int before, Placing.Units places) {
    List<Layer> blocks = new ArrayList<>();
    Dims map = in;
    for (int i = 0; i < shapes.size(); i++) {
      Scope scope = root.in("block" + (before + i + 1));
      Unit unit = unit(map, shapes.get(i));
      Places its = places.places(i, scope, unit);
      blocks.add(block(scope, map, shapes.get(i), its, before + i > 0));
      map = unit.maps().get(Position.STANDARD);
    }
    return blocks;
  }

  private Unit unit(Dims in, Shape shape) {
    Dims out = Window.square(3).stride(shape.stride()).over(in, channels(shape.last()));
    return Unit.residual(in, out, new Unit.Swap(in, out, 1))
        .without(SEVERAL, Position.CONV, Position.CONV3X3);
  }

  /**
   * @param starts whether its first separable convolution has a ReLU before it
   */
  private Layer block(Scope scope, Dims in, Shape shape, Places places, boolean starts) {
    List<Layer> layers = new ArrayList<>();
    layers.add(places.at(Position.PRE));
    int index = 0;
    int from = in.channels();
    for (int published : shape.channels()) {
      if (index > 0 || starts) {
        layers.add(new Relu());
        index++;
      }
      int to = channels(published);
      layers.add(depthwise(scope.in("rep").in(index), from, to));
      layers.add(BatchNorm.of(scope.in("rep").in(index + 1), to));
      index += 2;
      from = to;
    }
    if (shape.stride() > 1) {
      layers.add(Pool.max(scope.in("rep").in(index).path(), 3, shape.stride(), 1));
    }
    layers.add(places.at(Position.STANDARD));
    Layer identity =
        Chain.of(skip(scope, in.channels(), from, shape.stride()), places.at(Position.IDENTITY));
    return new ResidualBlock(new Chain(layers), identity, places.sum(), places.at(Position.POST));
  }

  private static Layer skip(Scope scope, int in, int out, int stride) {
    return in == out && stride == 1
        ? Layer.IDENTITY
        : Chain.of(
            Conv.of(scope.in("skip"), in, out, 1, stride), BatchNorm.of(scope.in("skipbn"), out));
  }

  private static Layer depthwise(Scope scope, int in, int out) {
    return Chain.of(
        Conv.of(scope.in("conv1"), in, in, 3, 1, in),
        Conv.of(scope.in("pointwise"), in, out, 1, 1));
  }

  /** A separable convolution, norm and ReLU. */
  Layer separable(Scope root, String conv, String norm, int in, int published) {
    int out = channels(published);
    return Chain.of(
        depthwise(root.in(conv), in, out), BatchNorm.of(root.in(norm), out), new Relu());
  }

  /** A convolution, norm and ReLU. */
  List<Layer> convolution(Scope root, String conv, String norm, int in, int out, Window window) {
    return List.of(
        Conv.of(root.in(conv), in, out, window), BatchNorm.of(root.in(norm), out), new Relu());
  }
}
