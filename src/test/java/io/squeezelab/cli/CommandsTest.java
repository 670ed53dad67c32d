package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see of commands that train nothing, or are refused before they train. */
class CommandsTest {
  @TempDir private Path temp;

  private Path experiment(String data) throws IOException {
    return Files.writeString(
        temp.resolve("my plan of it.yaml"),
        """
        name: it
        question: Which?
        trial:
          data: %s
          backbone: {type: resnet-cifar, depth: 8, width: 4}
          train: {epochs: 1, rate: {type: constant, base: 0.1}}
        axes: {attention: [none, eca]}
        seeds: 2
        """
            .formatted(data));
  }

  private String plan() throws IOException {
    return experiment("fashion-mnist-mini").toString();
  }

  private String results() {
    return temp.resolve("results of it").toString();
  }

  private static void assertWrong(String message, Shown shown) {
    assertEquals("squeezelab: " + message, shown.err().strip());
    assertEquals("", shown.out());
    assertEquals(2, shown.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swep x.yaml | unknown command 'swep'; allowed: sweep, retry, plan, | did you mean 'sweep'?",
        "plan x.yaml --jsno | unknown option '--jsno'; allowed: | did you mean '--json'?",
        "sweep x.yaml --worker 1 | unknown option '--worker'; allowed: | did you mean '--workers'?",
        "describe se --chanels 64 | unknown option '--chanels'; allowed: | did you mean '--channels'?",
        "report a b | one argument too many: 'b' | Try: squeezelab report --help",
        "sweep | Missing required parameter: 'FILE' | Try: squeezelab sweep --help",
        "sweep x.yaml --workers two | Invalid value for option '--workers' | 'two' is not an int",
        "plan nowhere.yaml | no such file: nowhere.yaml | nowhere.yaml",
        "report nowhere | nowhere is no results folder: it has no experiment.yaml | yaml",
        "trial nowhere abc | nowhere is no results folder: it has no experiment.yaml | yaml",
        "cost --backbone resnet21 --input 3x32x32 --classes 10 | --backbone: 'resnet21': unknown backbone 'resnet21'; allowed: | did you mean 'resnet20'?",
        "cost --backbone resnet20 --input 32x32 --classes 10 | --input must be channels x height x width | is '32x32'",
        "cost --backbone resnet20 --attention se --attention eca --layers | --layers: is for one network; here are 2 | 2",
        "cost --backbone resnet20 --input 3x32x32 --classes 0 | --classes: must be at least 1, is 0 | 0",
        "cost --backbone resnet20 --input 3x32x32 --classes 2147483647 | --classes: must be at most 1000000, is 2147483647 | 1",
        "cost --backbone resnet20 --input 3x2147483647x2147483647 --classes 10 | --input height must be at most 65536, is 2147483647 | 1",
        "cost --backbone resnet20 --input 3x32x32 --classes 10 --attention foo.yaml | --attention: no such file: foo.yaml | foo",
        "cost --backbone resnet20 --input 3x32x32 --classes 10 --attention {type | --attention: '{type': not well-formed YAML | {type",
        "cost --backbone resnet20 --input 3x32x32 --classes 10 --attention 5 | --attention: '5': must be one of none, | is 5",
        "cost --backbone resnet20 --input 3x32x32 --classes 10 --placement post | --placement: 'post': must have the fields [position, stages, blocks, share, caffe] | did you mean {position: post}?",
        "cost --backbone resnet20 --input 3x32x32 --classes 10 --attention sa | --attention 'sa': attention.groups: on 16x32x32: 16 channels | 64 groups",
        "cost --backbone resnet20 --input 3x32x32 --classes 10 --placement {stages:[4]} | placement.stages: names stage 4, but the backbone has 3 | 3",
        "cost --backbone resnet20 --placement {stages:[1,1]} | --placement: '{stages:[1,1]}': stages: must name a stage once; is '[1,1]' | 1",
        "cost --backbone vgg16-bn --attention se --placement {\"position\":\"post\"} | placement.position: post is no place here, because | standard",
        "cost --backbone mobilenetv1 --attention se --placement {\"position\":\"post\"} | placement.position: post is no place here, because | standard",
        "cost --backbone efficientnet-b0 --attention aff --placement {\"position\":\"skip\",\"blocks\":\"first\"} | placement.position: skip is no place here, because | standard",
        "cost --backbone xception --attention se --placement {\"position\":\"conv3x3\"} | placement.position: conv3x3 is no place here, because | standard",
      })
  void wrongWordsAreAnsweredWithWhatWasMeant(String line, String message, String also) {
    Shown shown = Shown.of(line.split(" "));
    assertTrue(shown.err().startsWith("squeezelab: " + message), shown.err());
    assertTrue(shown.err().contains(also), shown.err());
    assertFalse(shown.err().contains("worker,"), "the hidden command is offered");
    assertEquals("", shown.out());
    assertEquals(2, shown.code());
  }

  @Test
  void wrongOptionsOfASweepAreNamedWithTheirValue() throws IOException {
    assertWrong("--workers: must be at least 0, is -1", Shown.of("sweep", plan(), "--workers=-1"));
    assertWrong(
        "--max-trials: must be at least 1, is 0", Shown.of("sweep", plan(), "--max-trials", "0"));
    assertWrong(
        "--device: unknown device 'tpu'; allowed: cpu, gpu, gpu:0; did you mean 'cpu'?",
        Shown.of("sweep", plan(), "--device", "tpu"));
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertTrue(Shown.of("--help").out().contains("Exit codes:"));
    assertTrue(Shown.of("--version").out().startsWith("squeezelab 0."));
    assertEquals(0, Shown.of("sweep", "--help").code());
    assertEquals("", Shown.of("sweep", "--help").err());
  }

  @Test
  void planShowsArmsAndCounts() throws IOException {
    Shown shown = Shown.of("plan", plan(), "--results", results());
    assertEquals(0, shown.code());
    assertTrue(shown.out().startsWith("Which?"), shown.out());
    assertTrue(
        shown.out().contains("2 arms, 2 seeds each: 4 trials; 0 with a result, 4 to run."),
        shown.out());
    assertFalse(Files.exists(Path.of(results())), "a plan writes nothing");
  }

  /** 2 excitations with 3 reductions and one without are 7 of 9; 3 of them have more than 2 %. */
  @Test
  void planCountsEveryStepFromCombinationsToArms() throws IOException {
    Path file = experiment("fashion-mnist-mini");
    String axes =
        """
        axes:
          attention: [se, eca, {preset: se, bias: true}]
          attention.reduction: [1, 4, 16]
        exclude: [{attention: eca}]
        constraints: [params <= 5500]
        baseline: {attention: none}
        budget: {trials: 5, time: 2h}
        """;
    String text = Files.readString(file).replace("axes: {attention: [none, eca]}\n", axes);
    Files.writeString(file, text);
    String out = Shown.of("plan", file.toString(), "--results", results()).out();
    String steps = out.substring(0, out.indexOf("arm  ")).replaceAll(" +", " ");
    assertEquals(
        """
        Which?

        step combinations
        of the axes 9
        the same as another: an axis has no meaning there -2
        {attention: eca} (FILE:10) -1
        params <= 5500 (FILE:11) -2
        left 4
        arms beside the combinations +1

        """,
        steps.replace(file.toString(), "FILE"));
    assertTrue(out.contains("The budget ends the sweep after 5 trials in all or 2h of one run."));
    JsonNode plan =
        Trees.json(Shown.of("plan", file.toString(), "--json", "--results", results()).out());
    assertEquals(2, plan.at("/expansion/joined").intValue());
    assertEquals(-1 + 3, plan.at("/expansion/excluded/1/count").intValue());
    assertEquals("2h", plan.at("/budget/time").textValue());
  }

  /** 288·16² + 79·16 + 10 = 75,002 parameters for width 16; ECA's three kernels have 3 + 3 + 3. */
  @Test
  void planShowsHowArmsWereBroughtToTheirCost() throws IOException {
    Path file = experiment("fashion-mnist-mini");
    Files.writeString(
        file,
        Files.readString(file).replace("width: 4}", "width: 4}\n  match: {params: 75k}")
            + "baseline: {attention: none}\n");
    String out = Shown.of("plan", file.toString(), "--results", results()).out();
    assertTrue(out.matches("(?s).*matched by +asked +got .*"), out);
    assertTrue(out.matches("(?s).*none +\\(baseline\\) +4,934 [^=]*\n.*"), out);
    assertTrue(
        out.matches(
            "(?s).*eca +75,011 .* backbone\\.width = 16 +75,000 +75,011 \\(\\+0\\.01 %\\) +2 +0\n.*"),
        out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan FILE --json",
        "catalogue --json",
        "cost --backbone resnet20 --attention se --input 3x32x32 --classes 10 --json",
        "cost --backbone resnet20 --input 3x32x32 --classes 10 --json --layers",
      })
  void jsonComesAlone(String line) throws IOException {
    Shown shown =
        Shown.of(line.replace("FILE", "@").replace(" ", "\n").replace("@", plan()).split("\n"));
    assertEquals(0, shown.code());
    assertEquals("", shown.err());
    JsonNode tree = Trees.json(shown.out());
    assertTrue(tree.size() > 3, shown.out());
  }

  @Test
  @Tag("engine")
  void theDoctorsJsonComesAlone() {
    Shown shown = Shown.of("doctor", "--json");
    assertEquals("", shown.err());
    assertEquals("2.7.1", Trees.json(shown.out()).at("/engine/engine").asText().split(" ")[1]);
  }

  @Test
  void thePlansJsonHasEveryTrial() throws IOException {
    JsonNode plan = Trees.json(Shown.of("plan", plan(), "--json", "--results", results()).out());
    assertEquals(4, plan.get("trials").size());
    assertEquals(4, plan.get("missing").intValue());
    assertTrue(plan.at("/arms/eca/cost/params").longValue() > 0);
    assertTrue(plan.at("/trials/0/id").asText().matches("[0-9a-f]{12}"));
  }

  /** The home folder of whoever runs this may have the set. */
  @Test
  void aMissingDataSetSaysWhereItWasLookedFor() throws Exception {
    Shown shown =
        Shown.of(
            Shown.process(
                    List.of(),
                    List.of("-Duser.home=" + temp.resolve("home")),
                    "sweep",
                    experiment("cifar10").toString(),
                    "--results",
                    results(),
                    "--data",
                    temp.resolve("shelf").toString())
                .start());
    assertEquals(2, shown.code());
    assertTrue(shown.err().startsWith("squeezelab: cifar10 is missing; looked for data_batch_1"));
    assertTrue(shown.err().contains(temp.resolve("shelf") + " (no such folder)"), shown.err());
    assertTrue(shown.err().contains("get it with: squeezelab data fetch cifar10"), shown.err());
    assertFalse(Files.exists(Path.of(results())), "nothing was begun");
  }

  @Test
  void aCorruptDataFileIsNamedBeforeAnythingIsTrained() throws IOException {
    Path shelf = Files.createDirectories(temp.resolve("shelf/fashion-mnist"));
    for (String file : List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3")) {
      Files.writeString(shelf.resolve(file + "-ubyte"), "<html>404</html>");
    }
    Files.writeString(shelf.resolve("t10k-labels-idx1-ubyte"), "<html>404</html>");
    Shown shown =
        Shown.of(
            "sweep",
            experiment("fashion-mnist").toString(),
            "--results",
            results(),
            "--data",
            shelf.getParent().toString());
    assertWrong(
        shelf.resolve("train-images-idx3-ubyte")
            + ": starts with 0x3c68746d, not 0x00000803: no IDX file of unsigned bytes with 3 axes",
        shown);
    assertFalse(Files.exists(Path.of(results())), "nothing was begun");
  }

  @Test
  void aFileInPlaceOfTheResultsFolderIsNamed() throws IOException {
    Files.writeString(Path.of(results()), "x");
    assertWrong(
        results() + " is a file; results are kept in a folder",
        Shown.of("sweep", plan(), "--results", results()));
    assertWrong(
        results() + " is a file; results are kept in a folder",
        Shown.of("plan", plan(), "--results", results()));
  }

  @Test
  void aSecondSweepOnOneFolderIsRefused() throws IOException {
    Files.createDirectories(Path.of(results()));
    TrialLog running = TrialLog.open(Path.of(results()));
    try {
      Shown shown = Shown.of("sweep", plan(), "--results", results());
      assertTaken(shown);
      Shown fresh = Shown.of("sweep", plan(), "--results", results(), "--fresh");
      assertTaken(fresh);
    } finally {
      running.close();
    }
  }

  /** It says which process has it. */
  private void assertTaken(Shown shown) {
    assertEquals(Main.WRONG, shown.code());
    String who = "process " + ProcessHandle.current().pid() + " on ";
    String said = "squeezelab: another sweep is writing to " + results() + " (" + who;
    assertTrue(shown.err().startsWith(said), shown.err());
    assertTrue(shown.err().endsWith("; wait for it, or stop it\n"), shown.err());
  }

  @Test
  void aWrongAddressIsFoundBeforeAnythingIsPutAside() throws IOException {
    Path file = experiment("fashion-mnist-mini");
    Path folder = Files.createDirectories(Path.of(results()));
    Path old = Files.writeString(folder.resolve("trials.jsonl"), "");
    Path there = folder.toAbsolutePath().getParent();
    long before = entries(there);
    Shown shown =
        Shown.of(
            "sweep", file.toString(), "--results", results(), "--fresh", "--mlflow", "localhost");
    assertWrong(
        "--mlflow: must be the address of a server, such as http://127.0.0.1:5000; is 'localhost'",
        shown);
    assertTrue(Files.exists(old));
    assertEquals(before, entries(there));
  }

  private static long entries(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void aBudgetThatNeverEndsIsNone() throws IOException {
    Path file = experiment("fashion-mnist-mini");
    Files.writeString(file, Files.readString(file) + "budget: {time: never}\n");
    String out = Shown.of("plan", file.toString(), "--results", results()).out();
    assertFalse(out.contains("budget"), out);
    assertFalse(out.contains("never"), out);
  }

  @Test
  void aMistakeInTheFileHasItsLine() throws IOException {
    Path file = experiment("fashion-mnist-mini");
    Files.writeString(file, Files.readString(file).replace("seeds: 2", "seeds: [1, 1]"));
    assertWrong(
        file
            + ":8: seeds: must be a count of at least 1, or a list of different whole numbers; is"
            + " [1,1]",
        Shown.of("sweep", file.toString()));
  }

  /** 14 by the search and the baseline, which is no combination, with two seeds each. */
  @Test
  void thePlanOfASearchByOutcomesSaysHowManyArmsMayCome() {
    String out = Shown.of("plan", "experiments/search-demo.yaml", "--results", results()).out();
    String said =
        "\nAt most 15 arms, 2 seeds each: 30 trials; 0 with a result. The search, evolution, asks"
            + " for arms as outcomes come.\n";
    assertTrue(out.contains(said), out);
    assertFalse(out.contains("2 trials"), "the arms that are known now are not all");
    assertTrue(out.contains("is no sample of all combinations"), out);
  }
}
