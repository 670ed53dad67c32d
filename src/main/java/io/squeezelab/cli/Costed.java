package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.Task;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Portion;
import io.squeezelab.cost.Sheet;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.List;
import java.util.function.Function;

/**
 * A network with its cost, and without any attention for comparison, that which it is published
 * with included.
 *
 * @param name as it was asked for: {@code resnet50 with se}
 */
record Costed(
    String name,
    Backbone backbone,
    Attention module,
    Placement placement,
    Task task,
    Sheet with,
    Sheet without) {

  /**
   * @param backbone as given on the command line, and so are the two others
   * @param tasks images and classes of a backbone
   * @throws io.squeezelab.spec.BadInput that names the one that does not fit
   */
  static Costed of(
      String backbone, String attention, String placement, Function<Backbone, Task> tasks) {
    Backbone network = Inline.read(Backbone.class, "--backbone", backbone);
    Attention module = Inline.read(Attention.class, "--attention", attention);
    Placement where = Inline.read(Placement.class, "--placement", placement);
    Task task = tasks.apply(network);
    Sheet without = sheet(network.bare(), task, new None(), where);
    String name = module instanceof None ? backbone : backbone + " with " + attention;
    try {
      Sheet with = sheet(network, task, module, where);
      return new Costed(name, network, module, where, task, with, without);
    } catch (Problem problem) {
      throw Inline.unfit("--attention '" + attention + "'", problem);
    }
  }

  private static Sheet sheet(Backbone backbone, Task task, Attention module, Placement where) {
    return backbone.network(task.input(), task.classes(), module, where).sheet();
  }

  Cost total() {
    return with.total();
  }

  /** What attention costs: the difference to the network without. */
  Cost attention() {
    return with.total().minus(without.total());
  }

  List<Portion> portions() {
    return with.portions();
  }

  ObjectNode tree(boolean layers) {
    ObjectNode tree = Trees.object();
    tree.set("backbone", Print.tree(backbone));
    tree.set("module", Print.tree(module));
    tree.set("placement", Print.tree(placement));
    tree.put("input", task.input().toString());
    tree.put("classes", task.classes());
    Cost total = total();
    tree.setAll((ObjectNode) Print.tree(total));
    tree.set("total", Print.tree(total));
    tree.set("attention", Print.tree(attention()));
    for (Portion portion : portions()) {
      ObjectNode stage = tree.withArray("stages").addObject().put("name", portion.name());
      stage.setAll((ObjectNode) Print.tree(portion.cost()));
    }
    if (layers) {
      tree.set("layers", Print.tree(with.lines()));
    }
    return tree;
  }
}
