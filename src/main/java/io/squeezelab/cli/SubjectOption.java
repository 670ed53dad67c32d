package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Specimen;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command is about: a module by itself, or a whole network. */
final class SubjectOption {
  private static final int MOST_CLASSES = 1_000_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "ATTENTION",
      description = "a module by itself: name, file, or inline YAML")
  private String module;

  @Option(names = "--backbone", description = "a network instead: name, file, or inline YAML")
  private String backbone;

  @Option(names = "--attention", description = "of the network; none unless given")
  private String attention;

  @Option(names = "--placement", description = "of the attention: file, or inline YAML")
  private String placement;

  @Option(names = "--classes", paramLabel = "N", description = "of the network")
  private Integer classes;

  /** Whether it is a network; refuses what is neither, or both. */
  boolean network() {
    if (backbone == null) {
      String only = "is for a network: give --backbone too";
      Check.that(attention == null, "--attention", only);
      Check.that(placement == null, "--placement", only);
      Check.that(classes == null, "--classes", only);
      if (module == null) {
        throw new BadInput(
            "nothing to look at: give ATTENTION, a module, or --backbone, a network");
      }
      return false;
    }
    if (module != null) {
      String both = "' is a module by itself, --backbone a network; inside the network it is ";
      throw new BadInput("ATTENTION '" + module + both + "--attention '" + module + "'");
    }
    Check.that(classes != null, "--classes", "is needed with --backbone");
    Check.atLeast("--classes", 1, classes);
    Check.atMost("--classes", MOST_CLASSES, classes);
    return true;
  }

  /** What the user called it. */
  String title() {
    return network() ? backbone : module;
  }

  /** Name of its first input. */
  String firstInput() {
    return network() || module().inputs() == 1 ? "x" : "x1";
  }

  private Attention module() {
    return Inline.read(Attention.class, "ATTENTION", module);
  }

  /**
   * It on a map, or on images, of this shape.
   *
   * @throws BadInput if it makes no sense there
   */
  Specimen specimen(Dims map) {
    if (!network()) {
      return Inline.specimen(module(), module, map);
    }
    Backbone whole = backbone();
    Attention inside = attention();
    Placement where = placement();
    try {
      return new Specimen(whole.network(map, classes, inside, where));
    } catch (Problem problem) {
      String with = attention == null ? "" : " with --attention '" + attention + "'";
      throw Inline.unfit("--backbone '" + backbone + "'" + with + " on " + map, problem);
    }
  }

  private Backbone backbone() {
    return Inline.read(Backbone.class, "--backbone", backbone);
  }

  private Attention attention() {
    return attention == null ? new None() : Inline.read(Attention.class, "--attention", attention);
  }

  private Placement placement() {
    return placement == null
        ? Placement.STANDARD
        : Inline.read(Placement.class, "--placement", placement);
  }

  /** It with every field written out. */
  ObjectNode fields() {
    ObjectNode tree = Trees.object();
    if (network()) {
      tree.set("backbone", Print.tree(backbone()));
      tree.set("attention", Print.tree(attention()));
      tree.set("placement", Print.tree(placement()));
      tree.put("classes", classes);
    } else {
      tree.set("module", Print.tree(module()));
    }
    return tree;
  }
}
