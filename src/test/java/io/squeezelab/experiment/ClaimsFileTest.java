package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.experiment.Claim.Bound;
import io.squeezelab.experiment.Claim.Versus;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What claims say, and which arms their names stand for. */
class ClaimsFileTest {
  private static final String FILE =
      """
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {squeeze: avg, excite: {type: bottleneck, reduction: 4}, gate: sigmoid}
        train: {epochs: 1, batch: 64, rate: {type: constant, base: 0.1}}
      axes:
        attention.squeeze: [avg, max]
        attention.excite.reduction: [1, 2, 4]
      arms:
        none: {attention: none}
        "eca, wide": {attention: eca, train.batch: 32}
      baseline: {attention.squeeze: avg}
      """;

  private static Experiment read(String claims) {
    return ExperimentFile.read(Document.parse("e.yaml", FILE + claims), "e");
  }

  private static Claim claim(String text) {
    return read("claims:\n- " + text + "\n").expected().claims().get(0);
  }

  private static String refusal(String text) {
    return assertThrows(BadInput.class, () -> claim(text)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none > baseline                      | none | > | avg, reduction=4 | 0",
        "max > avg                            | max, reduction=4 | > | avg, reduction=4 | 0",
        "max < reduction=1                    | avg, reduction=1 | > | max, reduction=4 | 0",
        "eca, wide >= max, reduction=2        | eca, wide | >= | max, reduction=2 | 0",
        "'eca, wide' <= none                  | none | >= | eca, wide | 0",
        "none>=excite.reduction=2 within 0.25 | none | >= | avg, reduction=2 | 0.25",
        "squeeze=max, reduction=1 > none      | max, reduction=1 | > | none | 0",
      })
  void aComparison(String text, String left, String sign, String right, double margin) {
    String quoted = "\"" + text + "\"";
    assertEquals(
        new Versus(text, left, sign.equals(">"), right, margin, null), claim(quoted), text);
  }

  @Test
  void whatTheLeftArmMayCost() {
    Versus one = (Versus) claim("none >= baseline at params <= 100%");
    Versus two = (Versus) claim("none >= baseline at macs <= 99.5% within 0.1");
    assertEquals(new Bound("params", 100), one.bound());
    assertEquals(new Bound("macs", 99.5), two.bound());
    assertEquals(0.1, two.margin());
    Versus blank = (Versus) claim("none >= baseline at macs <= 99.5 % within 0.1");
    assertEquals(two.bound(), blank.bound());
    assertEquals(0.1, blank.margin());
  }

  @Test
  void anOrderOfArms() {
    Claim.Ordered order = (Claim.Ordered) claim("order: [max, avg, 'eca, wide', none]");
    assertEquals(
        List.of("max, reduction=4", "avg, reduction=4", "eca, wide", "none"), order.arms());
    assertEquals(order, claim("'" + order.text().replace("'", "''") + "'"), "as it is kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spread of reduction < 0.3         | avg, reduction=1; avg, reduction=2; avg, reduction=4",
        "spread of reduction in 2..4 < 0.3 | avg, reduction=2; avg, reduction=4",
        "spread of attention.squeeze < 0.3 | avg, reduction=4; max, reduction=4",
        "spread of [none, max] < 0.3       | none; max, reduction=4",
      })
  void aSpread(String text, String arms) {
    assertEquals(new Claim.Spread(text, List.of(arms.split("; ")), 0.3), claim(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "avg > mxa                     | unknown arm 'mxa'; allowed: ",
        "avg > mxa                     | did you mean 'max'?",
        "none > max, reduction=3       | unknown arm 'max, reduction=3'",
        "avg > baseline                | speaks of 'avg, reduction=4' twice",
        "avg                           | must be such as 'sigmoid > tanh', ",
        "avg > max > none              | must be such as",
        "avg > max within 0.1          | 'within' goes with >=, not with >",
        "avg >= max within 200         | must be a number of percentage points such as 0.3",
        "avg >= max within 0.1 within 1 | must be such as",
        "avg >= max at prams <= 100%   | unknown measure 'prams'; allowed: params, macs",
        "avg >= max at params <= 2M    | params must be at most a share such as 100%; is '2M'",
        "avg <= max at params <= 90%   | write that one first",
        "spread of depth < 0.3         | unknown factor 'depth'; allowed: attention.squeeze",
        "spread of reduction < much    | must be a number of percentage points",
        "spread of reduction in 3..9 < 1 | fewer than two arms are meant",
        "spread of reduction < 0       | a spread is below more than 0",
        "avg >= max at params <= 0%    | params must be at most a share above 0%",
        "'spread of [\"u<v\",none]<0.3'  | unknown arm 'u<v'",
        "none > a at b                 | ; a name with 'at', 'within' or quotes is put in quotes",
        "it's > none                   | ; a name with 'at', 'within' or quotes is put in quotes",
        "'\"order: x > none\"'           | so is one that begins with 'order: '",
        "spread of [avg] < 0.3         | a spread needs two arms or more",
        "order: [avg]                  | an order needs two arms or more; has 1",
        "order: avg                    | must be a list of arms, is \"avg\"",
        "ordre: [avg, max]             | unknown field 'ordre'; allowed: order",
        "[avg, max]                    | must be such as",
      })
  void whatIsNoClaim(String text, String message) {
    String said = refusal(text);
    assertTrue(said.startsWith("e.yaml:14: claims[0]"), said);
    assertTrue(said.contains(message), said);
  }

  /** Without the other levels of a baseline on the grid, nothing says which arm is meant. */
  @Test
  void aLevelOfSeveralArmsIsRefusedWithoutTheBaselines() {
    String file = FILE.replace("{attention.squeeze: avg}", "{attention: none}");
    String claims = "claims: [max > none]\n";
    String said =
        assertThrows(
                BadInput.class,
                () -> ExperimentFile.read(Document.parse("e.yaml", file + claims), "e"))
            .getMessage();
    assertTrue(
        said.contains("'max' is a level of several arms; allowed: max, reduction=1; "), said);
  }

  @Test
  void soIsASpreadOverThem() {
    String file = FILE.replace("{attention.squeeze: avg}", "{attention: none}");
    String claims = "claims: [spread of squeeze < 1]\n";
    String said =
        assertThrows(
                BadInput.class,
                () -> ExperimentFile.read(Document.parse("e.yaml", file + claims), "e"))
            .getMessage();
    assertTrue(said.contains("several arms have the same level of attention.squeeze; list"), said);
  }

  @Test
  void aSearchMayYetFindAnArm() {
    String search = "search: {type: evolution, arms: 5, population: 2, sample: 2}\n";
    Experiment open = read(search + "claims: [\"max, reduction=1 > none\"]\n");
    Claim before = open.expected().claims().get(0);
    assertEquals("There is no arm 'max, reduction=1'", ((Claim.Open) before).reason());
    Experiment whole = read("");
    Claim after = open.expected().among(whole.arms(), whole.baseline()).claims().get(0);
    assertEquals(List.of("max, reduction=1", "none"), after.arms());
  }

  @Test
  void whatNoSearchCanFindIsRefused() {
    String search = "search: {type: evolution, arms: 5, population: 2, sample: 2}\n";
    String said =
        assertThrows(BadInput.class, () -> read(search + "claims: [mux > none]\n")).getMessage();
    assertTrue(said.contains("unknown arm 'mux'"), said);
    assertTrue(said.contains("did you mean 'max'?"), said);
  }

  @Test
  void aPublicationsRowsAreThoseOfArms() {
    String text =
        """
        reference:
          source: SE, table 10
          arms: {baseline: {top1-error: 22.28}, none: {top1-error: 23.3, mparams: 25.6}}
        """;
    Reference reference = read(text).expected().reference();
    assertEquals(List.of("avg, reduction=4", "none"), List.copyOf(reference.arms().keySet()));
    assertEquals(23.3, reference.arms().get("none").top1Error());
    assertTrue(Double.isNaN(reference.arms().get("none").gmacs()));
  }

  /** Experiments are kept in resolved form, and claims as they were written. */
  @Test
  void whatIsKeptReadsAsItWas() {
    String text =
        """
        claims: [max > avg, {order: [max, "eca, wide"]}, spread of reduction in 1..4 < 0.25]
        reference: {source: a table, arms: {max: {top1-error: 5}}}
        """;
    Experiment experiment = read(text);
    assertEquals(experiment.expected(), Resolved.read(experiment.resolved()).expected());
  }

  @Test
  void claimsChangeNoTrial() {
    assertEquals(
        read("").trials().stream().map(t -> t.trial().id()).toList(),
        read("claims: [max > avg]\n").trials().stream().map(t -> t.trial().id()).toList());
  }
}
