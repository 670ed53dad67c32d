package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.FullyConnected;
import io.squeezelab.layer.GlobalMean;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Relu;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ShuffleNet: a 3x3 convolution and a max pool, three stages of 4, 8 and 4 units with 1x1
 * convolutions in groups and a shuffle between them; global average pool, linear layer. Parameters
 * are named {@code conv1}, {@code bn1}, {@code layer1.0.conv1}, {@code layer1.0.bn1}, …, {@code
 * fc}.
 *
 * @param groups of the 1x1 convolutions; the first of all is not grouped
 * @param scale multiplier of all channels, which then become the nearest multiples of the groups
 * @param stem small: the first convolution has stride 1, and nothing is pooled
 * @param dropout before the linear layer
 */
@From(value = "ShuffleNet, table 1", link = "https://arxiv.org/abs/1707.01083")
public record Shufflenetv1(
    @Default("3") int groups,
    @Default("1") double scale,
    @Default("auto") Stem stem,
    @Default("0") double dropout)
    implements Backbone {
  private static final int STEM = 24;
  private static final List<Integer> UNITS = List.of(4, 8, 4);

  /** Channels of the first stage by groups, of about equal cost; doubled from stage to stage. */
  private static final Map<Integer, Integer> CHANNELS =
      new TreeMap<>(Map.of(1, 144, 2, 200, 3, 240, 4, 272, 8, 384));

  public Shufflenetv1 {
    Check.that(
        CHANNELS.containsKey(groups),
        "groups",
        "must be one of " + CHANNELS.keySet() + ", is " + groups);
    Multiplier.of("scale", scale);
    Dropout.of(dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    placement.withoutBottlenecks();
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Placing placing = Placing.of(root, attention, new None(), placement, UNITS.size());
    List<Layer> layers = new ArrayList<>();
    Dims map = stem(root, input, layers);
    Plan<ShuffleUnits.Row> plan = Plan.of(new ShuffleUnits(groups), map, table());
    layers.addAll(plan.layers(placing, stage -> root.in("layer" + stage)));
    Dims features = new Dims(plan.out().channels(), 1, 1);
    layers.add(new GlobalMean("pool"));
    layers.add(Dropout.of(dropout));
    layers.add(FullyConnected.of(root.in("fc"), features, classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  private Dims stem(Scope root, Dims image, List<Layer> layers) {
    boolean small = stem.small(image);
    int width = grouped(STEM * scale);
    layers.add(Conv.of(root.in("conv1"), image.channels(), width, 3, small ? 1 : 2));
    layers.add(BatchNorm.of(root.in("bn1"), width));
    layers.add(new Relu());
    if (!small) {
      layers.add(Pool.max("maxpool", 3, 2, 1));
    }
    return new Chain(layers).trace(image, new Sheet());
  }

  private List<List<ShuffleUnits.Row>> table() {
    List<List<ShuffleUnits.Row>> stages = new ArrayList<>();
    int out = grouped(CHANNELS.get(groups) * scale);
    for (int units : UNITS) {
      List<ShuffleUnits.Row> rows = new ArrayList<>();
      for (int i = 0; i < units; i++) {
        boolean first = stages.isEmpty() && i == 0;
        rows.add(new ShuffleUnits.Row(grouped(out / 4.0), out, i == 0 ? 2 : 1, first));
      }
      stages.add(rows);
      out *= 2;
    }
    return stages;
  }

  private int grouped(double channels) {
    return Math.max(groups, (int) (channels / groups + 0.5) * groups);
  }
}
