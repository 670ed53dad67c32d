package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.FullyConnected;
import io.squeezelab.layer.GlobalMean;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Xception, residual blocks of depthwise separable convolutions in three stages: entry flow, middle
 * flow, exit flow; for images of 299 pixels. Parameters have timm's names (legacy_xception): {@code
 * conv1}, {@code block1.rep.0.conv1} (depthwise), {@code block1.rep.0.pointwise}, {@code
 * block1.skip}, …, {@code fc}. As in timm, eps of the norms is 1e-5; the paper's own code has 1e-3.
 *
 * @param middle blocks of the middle flow
 * @param stem small: one 3x3 convolution of 64 channels before the blocks, which stay as they are
 * @param width share of the published channels
 * @param dropout before the linear layer; the paper's share
 */
@From(value = "Xception, figure 5", link = "https://arxiv.org/abs/1610.02357")
public record Xception(
    @Default("8") int middle,
    @Default("auto") Stem stem,
    @Default("1") double width,
    @Default("0.5") double dropout)
    implements Backbone {
  private static final XceptionUnits.Shape MIDDLE = new XceptionUnits.Shape(1, 728, 728, 728);

  private static final List<XceptionUnits.Shape> ENTRY =
      List.of(
          new XceptionUnits.Shape(2, 128, 128),
          new XceptionUnits.Shape(2, 256, 256),
          new XceptionUnits.Shape(2, 728, 728));

  private static final List<XceptionUnits.Shape> EXIT =
      List.of(new XceptionUnits.Shape(2, 728, 1024));

  public Xception {
    Check.atLeast("middle", 1, middle);
    Check.atMost("middle", 1000, middle);
    Modules.check(width, dropout);
  }

  @Override
  public Task task() {
    return Task.imagenet(299);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    return Passable.of(
        input,
        stem,
        attention,
        placement,
        (image, module, where) -> build(image, classes, module, where));
  }

  private Network build(Dims input, int classes, Attention attention, Placement placement) {
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Placing placing = Placing.of(root, attention, placement, 3);
    XceptionUnits units = new XceptionUnits(width);
    List<Layer> layers = new ArrayList<>(stem(root, units, input));
    Dims map = new Chain(layers).trace(input, new Sheet());
    List<List<XceptionUnits.Shape>> flows =
        List.of(ENTRY, Collections.nCopies(middle, MIDDLE), EXIT);
    int before = 0;
    for (int number = 1; number <= 3; number++) {
      List<XceptionUnits.Shape> flow = flows.get(number - 1);
      Scope scope = root.in("stage" + number);
      Placing.Units places = placing.stage(number, scope, flow.size());
      List<Layer> blocks = new ArrayList<>(units.blocks(root, map, flow, before, places));
      map = new Chain(blocks).trace(map, new Sheet());
      before += flow.size();
      if (number == 3) {
        blocks.add(units.separable(root, "conv3", "bn3", map.channels(), 1536));
        blocks.add(units.separable(root, "conv4", "bn4", units.channels(1536), 2048));
      }
      layers.add(Stage.of(number, blocks));
    }
    layers.add(new GlobalMean("pool"));
    layers.add(Dropout.of(dropout));
    layers.add(FullyConnected.of(root.in("fc"), new Dims(units.channels(2048), 1, 1), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  private List<Layer> stem(Scope root, XceptionUnits units, Dims image) {
    Window three = Window.square(3);
    int last = units.channels(64);
    if (stem.small(image)) {
      return units.convolution(root, "conv1", "bn1", image.channels(), last, three);
    }
    int first = units.channels(32);
    Window valid = three.padding(0, 0);
    List<Layer> layers = new ArrayList<>();
    layers.addAll(
        units.convolution(root, "conv1", "bn1", image.channels(), first, valid.stride(2)));
    layers.addAll(units.convolution(root, "conv2", "bn2", first, last, valid));
    return layers;
  }
}
