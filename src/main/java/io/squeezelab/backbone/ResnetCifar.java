package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Classifier;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * The residual networks for small images: a 3x3 convolution, three stages of n blocks with two 3x3
 * convolutions each (widths w, 2w, 4w; strides 1, 2, 2), global average pool, linear layer. Depth
 * is 6n + 2. Parameters are named {@code conv1}, {@code bn1}, {@code layer1.0.conv1}, …, {@code
 * linear}.
 *
 * @param shortcut where the shape changes: a (the paper's choice for CIFAR) or b
 * @param zeroGamma start the last norm of each residual branch at 0
 */
@From(value = "Deep Residual Learning, section 4.2", link = "https://arxiv.org/abs/1512.03385")
public record ResnetCifar(
    @Default("20") int depth,
    @Default("16") int width,
    @Default("a") Shortcut shortcut,
    @Default("false") boolean zeroGamma)
    implements Backbone {
  public ResnetCifar {
    Check.that(
        depth >= 8 && (depth - 2) % 6 == 0, "depth", "must be 6n + 2 (8, 14, 20, …), is " + depth);
    Check.atMost("depth", 2000, depth);
    Check.atLeast("width", 1, width);
    Check.atMost("width", 65_536, width);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    placement.withoutBottlenecks();
    Placing placing = Placing.of(root, attention, placement, 3);
    List<Layer> layers = new ArrayList<>();
    layers.add(Conv.of(root.in("conv1"), input.channels(), width, 3, 1));
    layers.add(BatchNorm.of(root.in("bn1"), width));
    layers.add(new Relu());
    Dims map = input.channels(width);
    int count = (depth - 2) / 6;
    for (int stage = 1; stage <= 3; stage++) {
      Scope layer = root.in("layer" + stage);
      Placing.Units units = placing.stage(stage, layer, count);
      List<Layer> blocks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Unit unit = unit(map, stage, i);
        blocks.add(block(layer.in(i), unit, units.places(i, layer.in(i), unit)));
        map = unit.maps().get(Position.STANDARD);
      }
      layers.add(Stage.of(stage, blocks));
    }
    layers.add(Classifier.of(root.in("linear"), map.channels(), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  @Override
  public Task task() {
    return Task.CIFAR10;
  }

  private Unit unit(Dims in, int stage, int index) {
    int stride = stage > 1 && index == 0 ? 2 : 1;
    Dims out = Window.square(3).stride(stride).over(in, width << (stage - 1));
    return Unit.residual(in, out, new Unit.Swap(in, out, stride));
  }

  private Layer block(Scope scope, Unit unit, Places places) {
    int in = unit.conv().in().channels();
    int out = unit.conv().out().channels();
    int stride = unit.conv().stride();
    Layer residual =
        Chain.of(
            places.at(Position.PRE),
            places.conv(() -> Conv.of(scope.in("conv1"), in, out, 3, stride)),
            BatchNorm.of(scope.in("bn1"), out),
            new Relu(),
            places.at(Position.CONV3X3),
            Conv.of(scope.in("conv2"), out, out, 3, 1),
            BatchNorm.of(scope.in("bn2"), out, zeroGamma ? Init.ZEROS : Init.ONES),
            places.at(Position.STANDARD));
    Layer projection = shortcut.block(scope.in("shortcut"), in, out, stride);
    Layer identity = Chain.of(projection, places.at(Position.IDENTITY));
    Layer after = Chain.of(new Relu(), places.at(Position.POST));
    return new ResidualBlock(residual, identity, places.sum(), after);
  }
}
