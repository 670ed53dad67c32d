package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.FullyConnected;
import io.squeezelab.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of {@link MobileUnits}: a 3x3 convolution, stages of blocks, a head, dropout, a linear
 * layer. Parameters have timm's names: {@code conv_stem}, {@code bn1}, {@code blocks.0.0.…}, {@code
 * classifier}.
 *
 * @param width channels of the stem
 * @param stem small: its stride is 1 instead of 2
 */
record MobileTrunk(
    int width,
    Stem stem,
    Activation activation,
    List<List<Mbconv>> stages,
    MobileUnits units,
    MobileHead head,
    double dropout) {

  Network network(Dims input, int classes, Attention attention, Attention own, Placement where) {
    where.withoutBottlenecks();
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Placing placing = Placing.of(root, attention, own, where, stages.size());
    List<Layer> layers = new ArrayList<>();
    layers.add(
        Conv.of(root.in("conv_stem"), input.channels(), width, 3, stem.small(input) ? 1 : 2));
    layers.add(units.norm(root.in("bn1"), width));
    layers.add(activation);
    Dims map = new Chain(layers).trace(input, new Sheet());
    Plan<Mbconv> plan = Plan.of(units, map, stages);
    layers.addAll(plan.layers(placing, stage -> root.in("blocks").in(stage - 1)));
    Layer top = head.of(root, plan.out(), units);
    layers.add(top);
    layers.add(Dropout.of(dropout));
    Dims features = top.trace(plan.out(), new Sheet());
    layers.add(FullyConnected.of(root.in("classifier"), features, classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }
}
