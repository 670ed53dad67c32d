package io.squeezelab.backbone;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Branches;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.FullyConnected;
import io.squeezelab.layer.GlobalMean;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network of Inception modules as a table says: a stem, stages of modules, mean over the map,
 * dropout, linear layer.
 *
 * <p>A table is a YAML file. {@code stem} (for large images), {@code small} (for small ones) and
 * each of {@code stages} map names to what they name, in the order in which it runs: a {@link
 * Step}; a list of branches, whose results are put one behind the other; or {@code {scale,
 * branches, last}}, branches on a residual branch ({@link ModuleUnits}). A branch maps names
 * likewise. What stands in a module is named from it on, {@code Mixed_5b.branch1x1}; names of pools
 * and of forks inside a branch name no parameter. {@code features.6-9} are four modules alike.
 *
 * @param join between a module's name and those of its layers
 * @param classifier its name
 */
record Modules(
    Table table, ConvNorm convs, String join, Stem stem, String classifier, double dropout) {

  /** What the records of such networks hold in common. */
  static void check(double width, double dropout) {
    Check.above("width", 0, width);
    Check.atMost("width", 16, width);
    Check.within("dropout", 0, 1, dropout);
  }

  Network network(Dims input, int classes, Attention attention, Placement placement) {
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
    List<Map<String, JsonNode>> stages = table.stages();
    Placing placing = Placing.of(root, attention, placement, stages.size());
    List<Layer> layers = new ArrayList<>();
    layers.add(path(root, "", input, table.section(stem.small(input) ? "small" : "stem")));
    Dims map = layers.get(0).trace(input, new Sheet());
    for (int number = 1; number <= stages.size(); number++) {
      Layer stage = stage(root, placing, number, map, stages.get(number - 1));
      layers.add(stage);
      map = stage.trace(map, new Sheet());
    }
    layers.add(new GlobalMean("pool"));
    layers.add(Dropout.of(dropout));
    layers.add(FullyConnected.of(root.in(classifier), new Dims(map.channels(), 1, 1), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  private Layer stage(
      Scope root, Placing placing, int number, Dims in, Map<String, JsonNode> entries) {
    int count = (int) entries.values().stream().filter(table::isUnit).count();
    Placing.Units units = placing.stage(number, root.in("stage" + number), count);
    List<Layer> layers = new ArrayList<>();
    Dims map = in;
    int index = 0;
    for (Map.Entry<String, JsonNode> entry : entries.entrySet()) {
      Scope scope = root.in(entry.getKey());
      ModuleUnits module = new ModuleUnits(scope, map, entry.getValue());
      Layer layer = piece(root, entry.getKey(), map, module.branches());
      if (table.isUnit(entry.getValue())) {
        Dims out = layer.trace(map, new Sheet());
        layer = module.with(layer, out, units.places(index++, scope, module.unit(out)));
      }
      layers.add(layer);
      map = layer.trace(map, new Sheet());
    }
    return Stage.of(number, layers);
  }

  /** A step, or branches side by side. */
  private Layer piece(Scope root, String name, Dims in, JsonNode tree) {
    if (!tree.isArray()) {
      return Step.parse(tree.asText()).layer(convs, root, name, in.channels());
    }
    List<Layer> branches = new ArrayList<>();
    tree.forEach(branch -> branches.add(path(root, name + join, in, Table.entries(branch))));
    return new Branches(branches);
  }

  /**
   * @param prefix of the names of its layers
   */
  private Layer path(Scope root, String prefix, Dims in, Map<String, JsonNode> entries) {
    List<Layer> layers = new ArrayList<>();
    Dims map = in;
    for (Map.Entry<String, JsonNode> entry : entries.entrySet()) {
      boolean fork = entry.getValue().isArray();
      Layer layer =
          fork
              ? fork(root, prefix, map, entry.getValue())
              : piece(root, prefix + entry.getKey(), map, entry.getValue());
      layers.add(layer);
      map = layer.trace(map, new Sheet());
    }
    return new Chain(layers);
  }

  private Layer fork(Scope root, String prefix, Dims in, JsonNode tree) {
    List<Layer> branches = new ArrayList<>();
    tree.forEach(branch -> branches.add(path(root, prefix, in, Table.entries(branch))));
    return new Branches(branches);
  }
}
