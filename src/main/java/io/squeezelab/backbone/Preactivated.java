package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Classifier;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Preresnet} and {@link WideResnet} have in common: a bare 3x3 convolution, three
 * stages of pre-activation units (strides 1, 2, 2), norm and ReLU, global average pool, linear
 * layer. Parameters are named {@code conv1}, {@code layer1.0.bn1}, …, {@code bn}, {@code linear}.
 *
 * @param stem channels of the first convolution
 * @param width of the first stage's units; doubled from stage to stage
 * @param count of each stage's units
 */
record Preactivated(Block block, int stem, int width, int count, double dropout) {
  private static final int STAGES = 3;

  Network network(Dims input, int classes, Attention attention, Placement placement) {
    if (block == Block.BASIC) {
      placement.withoutBottlenecks();
    }
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Placing placing = Placing.of(root, attention, placement, STAGES);
    PreactivatedUnits units = new PreactivatedUnits(block, placement.caffe(), dropout);
    List<Layer> layers = new ArrayList<>();
    layers.add(Conv.of(root.in("conv1"), input.channels(), stem, 3, 1));
    Dims map = input.channels(stem);
    for (int stage = 1; stage <= STAGES; stage++) {
      Scope scope = root.in("layer" + stage);
      Placing.Units places = placing.stage(stage, scope, count);
      List<Layer> blocks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int stride = stage > 1 && i == 0 ? 2 : 1;
        Unit unit = units.unit(map, width << (stage - 1), stride);
        blocks.add(units.block(scope.in(i), unit, places.places(i, scope.in(i), unit)));
        map = unit.maps().get(Position.STANDARD);
      }
      layers.add(Stage.of(stage, blocks));
    }
    layers.add(BatchNorm.of(root.in("bn"), map.channels()));
    layers.add(new Relu());
    layers.add(Classifier.of(root.in("linear"), map.channels(), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }
}
