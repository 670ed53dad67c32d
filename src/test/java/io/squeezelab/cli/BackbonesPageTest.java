package io.squeezelab.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.Position;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Line;
import io.squeezelab.engine.Parameter;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backbone beside its published cost, as a page; the figures are held to each other too. */
class BackbonesPageTest {
  private static final Path PAGE = Path.of("docs/backbones.md");
  private static final String WRITE = "squeezelab.write";
  private static final String COMMAND =
      "mvn -B -q test -Dtest=BackbonesPageTest -D" + WRITE + "=true";
  private static final int MOST_NAMES = 12;

  /** What replaces a part of a unit must be a fusion. */
  private static final Map<Position, String> FITTING =
      Map.of(Position.CONV, "sk", Position.SKIP, "aff");

  private static final String HEAD =
      """
      # Backbones
      Every network of this version with what it costs for one image, beside what is published. Figures with all digits are counted on the implementation
      that is named; those with M and G are printed ones, and differ by no more than one of their last digit, or the reason is given. MACs are multiply-adds of convolutions and linear layers.
      `own` is the attention that a network comes with: it is built and counted where the experiment's is `none`.
      `./squeezelab cost --backbone NAME` gives the same for any image and number of classes, with any attention. Fields: [experiment-file.md](experiment-file.md#trialbackbone).

      <!-- Generated: COMMAND -->

      ## Weights from PyTorch
      Names of parameters are those of torchvision or timm where a section below says so, so that weights load by name; the numbers themselves have
      PyTorch's shapes and order everywhere. How to take them over, and how to map other names: [weights.md](weights.md). An attention's parameters stand
      below `attention` in the unit that has it, under the names that `./squeezelab describe MODULE --channels C` lists.

      ## Cost
      """
          .replace("COMMAND", COMMAND);

  /**
   * What files call it, and what that is; a variant with a preset of the same value is left out.
   */
  private static Map<String, Backbone> all() {
    Family family = Family.of(Backbone.class);
    Map<Backbone, String> names = new LinkedHashMap<>();
    for (String name : family.presets().keySet()) {
      names.putIfAbsent(Bind.inline(Backbone.class, name), name);
    }
    for (String name : family.variants().keySet()) {
      names.putIfAbsent(Bind.inline(Backbone.class, name), name);
    }
    Map<String, Backbone> all = new LinkedHashMap<>();
    for (String variant : family.variants().keySet()) {
      names.forEach(
          (backbone, name) -> {
            if (Family.name(backbone.getClass()).equals(variant)) {
              all.put(name, backbone);
            }
          });
    }
    return all;
  }

  private static Network network(Backbone backbone) {
    return network(backbone, "none", Placement.STANDARD);
  }

  private static Network network(Backbone backbone, String attention, Placement placement) {
    Attention module = Bind.inline(Attention.class, attention);
    return backbone.network(backbone.task().input(), backbone.task().classes(), module, placement);
  }

  @Test
  void publishedFiguresAreOurs() {
    List<String> off = new ArrayList<>();
    all()
        .forEach(
            (name, backbone) -> {
              Published published = Published.of(name);
              Cost cost = network(backbone).cost();
              boolean params = Published.is(published.params(), cost.params());
              boolean macs = Published.is(published.macs(), cost.macs());
              if (!(params && macs) && published.why().isEmpty()) {
                off.add(name + ": " + cost + ", published " + published);
              }
            });
    assertEquals("", String.join("\n", off));
  }

  @Test
  void everyNetworkHasAPublishedFigure() {
    Set<String> without = new LinkedHashSet<>(all().keySet());
    without.removeIf(name -> !Published.of(name).params().isEmpty());
    assertEquals(Set.of(), without, "to add to parity/backbones-published.yaml");
  }

  @Test
  void networksWithAttentionOfTheirOwnAreKnown() {
    assertEquals("`se-bias`", own("senet154"));
    assertEquals("`ese`", own("ese-vovnet39b"));
    assertEquals("", own("vovnet39a"));
    assertEquals("`mnasnet-se`", own("mnasnet-a1"));
    assertEquals("", own("mnasnet-b1"));
    assertEquals("`{preset: sk-timm, reduction: 8, divisor: 16}`", own("skresnet18"));
    assertEquals("", own("resnet50"));
  }

  private static String own(String name) {
    return OwnAttention.of(name, Bind.inline(Backbone.class, name));
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    String held = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(page, held, PAGE + " is out of date; run: " + COMMAND);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append(
        "| network | image | own | parameters | published | difference | MACs | published |");
    page.append(" difference | source |\n|---|---|---|--:|--:|--:|--:|--:|--:|---|\n");
    all().forEach((name, backbone) -> page.append(row(name, backbone)));
    page.append("\n");
    Map<String, Backbone> first = new LinkedHashMap<>();
    all().values().forEach(b -> first.putIfAbsent(Family.name(b.getClass()), b));
    first.forEach((variant, backbone) -> page.append(section(variant, backbone)));
    return page.toString().stripTrailing() + "\n";
  }

  private static String row(String name, Backbone backbone) {
    Published published = Published.of(name);
    Cost cost = network(backbone).cost();
    String why = published.why().isEmpty() ? "" : "; " + published.why();
    return "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s | %s%s |\n"
        .formatted(
            name,
            backbone.task().input(),
            OwnAttention.of(name, backbone),
            Table.count(cost.params()),
            Published.shown(published.params()),
            Published.difference(published.params(), cost.params()),
            Table.count(cost.macs()),
            Published.shown(published.macs()),
            Published.difference(published.macs(), cost.macs()),
            published.from(),
            why);
  }

  private static String section(String variant, Backbone backbone) {
    Network with = network(backbone.bare(), "se", Placement.STANDARD);
    List<Line> lines = with.sheet().lines();
    int stages = lines.stream().mapToInt(Line::stage).max().orElse(0);
    String names = names(network(backbone.bare()));
    String attention =
        with.parameters().trained().stream()
            .map(Parameter::name)
            .filter(name -> name.contains("attention."))
            .map(name -> name.substring(0, name.indexOf("attention.") + "attention".length()))
            .findFirst()
            .orElseThrow();
    return "## %s\n%s\n\n%d stages. Positions: %s. Attention's names begin as `%s.…` does. Layers with parameters: %s.\n\n"
        .formatted(
            variant,
            Javadoc.of(backbone.getClass()).text(),
            stages,
            positions(backbone),
            attention,
            names);
  }

  /** The positions in which a module or a fusion is built. */
  private static String positions(Backbone backbone) {
    return Arrays.stream(Position.values())
        .filter(position -> holds(backbone, position))
        .map(position -> "`" + position.name().toLowerCase(Locale.ROOT) + "`")
        .collect(joining(", "));
  }

  private static boolean holds(Backbone backbone, Position position) {
    String word = position.name().toLowerCase(Locale.ROOT);
    try {
      Placement placement = Bind.inline(Placement.class, "{position: " + word + "}");
      network(backbone.bare(), FITTING.getOrDefault(position, "se"), placement);
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  /** Names of layers, with # for numbers, in the order of the network. */
  private static String names(Network network) {
    Set<String> patterns = new LinkedHashSet<>();
    for (Parameter parameter : network.parameters().trained()) {
      String layer = parameter.name().substring(0, parameter.name().lastIndexOf('.'));
      patterns.add("`" + layer.replaceAll("\\d+", "#") + "`");
    }
    int more = patterns.size() - MOST_NAMES;
    return patterns.stream().limit(MOST_NAMES).collect(joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
