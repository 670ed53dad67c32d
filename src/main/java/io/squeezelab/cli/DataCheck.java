package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.data.Audit;
import io.squeezelab.data.Census;
import io.squeezelab.data.Data;
import io.squeezelab.data.Data.Split;
import io.squeezelab.data.ImageFolder;
import io.squeezelab.data.Survey;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code squeezelab data check NAME}: exits with 1 if the images are not the official ones, or some
 * files of an image folder cannot be decoded.
 */
@Command(name = "check", description = "Counts what is in a data set and compares it.")
public final class DataCheck implements Callable<Integer> {
  private static final Map<Audit.Verdict, String> WORDS =
      Map.of(
          Audit.Verdict.OFFICIAL, "the official images",
          Audit.Verdict.OTHER, "NOT OFFICIAL",
          Audit.Verdict.UNKNOWN, "not compared: no official fingerprint of this set is known here");

  @Parameters(
      paramLabel = "NAME",
      description = "as in data list, or a set with fields: '{type: cifar100, labels: coarse}'")
  private String name;

  @Mixin private ShelfOption data;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "1000",
      description = "of an image folder: files of each split to decode, 0 for all (default: 1000)")
  private int sample;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Data set = DataCommand.set(name);
    return set instanceof ImageFolder folder ? files(folder) : compared(set);
  }

  private int files(ImageFolder folder) {
    Check.atLeast("--sample", 0, sample);
    Survey survey = Survey.of(folder, data.shelf(), sample);
    FolderCheck check = new FolderCheck(name, folder, survey);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(check.tree()));
    } else {
      check.print(out);
    }
    out.flush();
    return survey.good() ? 0 : 1;
  }

  private int compared(Data set) {
    Audit audit = Audit.of(set, data.shelf());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(tree(audit)));
    } else {
      print(audit, out);
    }
    out.flush();
    return audit.good() ? 0 : 1;
  }

  private ObjectNode tree(Audit audit) {
    ObjectNode tree =
        Trees.object()
            .put("name", name)
            .put("found", DataCommand.found(audit.data(), data.shelf()));
    tree.put("good", audit.good()).put("normalised", audit.normalised());
    tree.set("mean", Print.tree(audit.data().mean()));
    tree.set("deviation", Print.tree(audit.data().deviation()));
    audit
        .splits()
        .forEach(
            (split, census) -> {
              ObjectNode counted = (ObjectNode) Print.tree(census);
              Audit.Verdict verdict = audit.verdict(split);
              boolean known = verdict != Audit.Verdict.UNKNOWN;
              counted.put("official", known ? verdict == Audit.Verdict.OFFICIAL : null);
              tree.set(Names.kebab(split.name()), counted);
            });
    return tree;
  }

  private void print(Audit audit, PrintWriter out) {
    Census train = audit.splits().get(Split.TRAIN);
    Census test = audit.splits().get(Split.TEST);
    List<String> classes = audit.data().classNames();
    int wide = Math.max(14, classes.stream().mapToInt(String::length).max().orElse(0));
    String row = "%-" + wide + "s %7";
    out.printf("%s, %s%n%n", name, DataCommand.found(audit.data(), data.shelf()));
    out.printf(row + "s %7s%n", "images", "train", "test");
    for (int c = 0; c < train.counts().size(); c++) {
      out.printf(row + "d %7d%n", classes.get(c), train.counts().get(c), test.counts().get(c));
    }
    out.printf("%n%-14s %10s %10s%n", "train pixels", "found", "constant");
    for (int c = 0; c < train.mean().size(); c++) {
      line(out, "mean " + c, train.mean().get(c), audit.data().mean().get(c));
      line(out, "deviation " + c, train.deviation().get(c), audit.data().deviation().get(c));
    }
    out.printf("%s%n%n", audit.normalised() ? "equal" : "NOT EQUAL");
    audit
        .splits()
        .forEach(
            (split, census) -> {
              String start = census.fingerprint().substring(0, 16);
              String verdict = WORDS.get(audit.verdict(split));
              out.printf("%-14s %s %s%n", Names.kebab(split.name()), start, verdict);
            });
  }

  private static void line(PrintWriter out, String what, double found, double constant) {
    out.printf(Locale.ROOT, "%-14s %10.8f %10.8f%n", what, found, constant);
  }
}
