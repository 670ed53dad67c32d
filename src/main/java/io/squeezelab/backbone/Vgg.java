package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Classifier;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The VGG networks: five stages of 3x3 convolutions (widths w, 2w, 4w, 8w, 8w), each followed by
 * its norm and a ReLU, with a max pool of 2x2 behind each stage. A pool is left out where a side of
 * the map is 1 already, so that images from 16 pixels go through. Parameters have torchvision's
 * names, in which a unit's number counts layers, ReLUs and pools included: {@code
 * features.0.weight} (convolution), {@code features.1.weight} (norm), …, {@code
 * classifier.0.weight}, {@code classifier.3.weight}, {@code classifier.6.weight}; with the small
 * head {@code classifier.weight}.
 *
 * @param depth layers with weights: 11, 13, 16 or 19
 * @param width of the first stage
 * @param norm after each convolution
 * @param bias in the convolutions; torchvision's have it, with and without a norm
 * @param head how it ends
 * @param dropout before the second and the third linear layer of the large head
 */
@From(value = "Very Deep Convolutional Networks, table 1", link = "https://arxiv.org/abs/1409.1556")
public record Vgg(
    @Default("16") int depth,
    @Default("64") int width,
    @Default("batch") Norm norm,
    @Default("true") boolean bias,
    @Default("auto") Head head,
    @Default("0.5") double dropout)
    implements Backbone {
  private static final Map<Integer, List<Integer>> UNITS =
      new TreeMap<>(
          Map.of(
              11, List.of(1, 1, 2, 2, 2),
              13, List.of(2, 2, 2, 2, 2),
              16, List.of(2, 2, 3, 3, 3),
              19, List.of(2, 2, 4, 4, 4)));

  private static final int WIDEST = 8;

  public Vgg {
    Check.that(
        UNITS.containsKey(depth), "depth", "must be one of " + UNITS.keySet() + ", is " + depth);
    Check.atLeast("width", 1, width);
    Check.atMost("width", 65_536, width);
    Check.within("dropout", 0, 1, dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    placement.withoutBottlenecks();
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    List<Integer> counts = UNITS.get(depth);
    Placing placing = Placing.of(root, attention, placement, counts.size());
    VggUnits units = new VggUnits(root.in("features"), norm, bias);
    List<Layer> layers = new ArrayList<>();
    Dims map = input;
    for (int stage = 1; stage <= counts.size(); stage++) {
      int count = counts.get(stage - 1);
      int channels = width * Math.min(1 << (stage - 1), WIDEST);
      Placing.Units places = placing.stage(stage, root.in("stage" + stage), count);
      Layer built = Stage.of(stage, units.stage(map, channels, places, count));
      map = built.trace(map, new Sheet());
      layers.add(built);
    }
    Scope classifier = root.in("classifier");
    layers.add(
        head.small(input)
            ? Classifier.of(classifier, map.channels(), classes)
            : VggHead.of(classifier, map.channels(), classes, dropout));
    return new Network(parameters, new Chain(layers), input, classes);
  }
}
