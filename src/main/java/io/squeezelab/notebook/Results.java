package io.squeezelab.notebook;

import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Verdict;
import io.squeezelab.report.Pictures;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A results folder as it was when it was read, for cells: what its report says, piece by piece.
 * Nothing is written.
 *
 * @param study what the analysis works on: {@code Summary.of(results.study())} and the like
 */
public record Results(Path folder, Study study, Pictures pictures) {
  /**
   * Reads a folder, also of a sweep that runs.
   *
   * @throws BadInput if it is no results folder
   */
  static Results of(Path path) {
    Folder folder = new Folder(path);
    TrialLog.Contents contents = TrialLog.read(path);
    Study study = Study.of(folder.kept(), contents.results());
    return new Results(path, study, Pictures.of(study, folder));
  }

  /** The answer to the question, in a sentence or two. */
  public Prose verdict() {
    return new Prose(Verdict.of(Summary.of(study)));
  }

  /** Means of all arms, each beside the baseline; the highest in bold. */
  public Table table() {
    return Reported.arms(study);
  }

  /** Each arm against the baseline: tests, their correction, and what more seeds would find. */
  public Table comparisons() {
    return Reported.comparisons(study);
  }

  /**
   * What each attention does on average over the networks of a study; no rows where it has one
   * network alone.
   */
  public Table averages() {
    return Reported.averages(study);
  }

  /** The claims of the experiment with their verdicts; no rows where it has none. */
  public Table claims() {
    return Reported.claims(study);
  }

  /** Ours beside what a publication prints; no rows where the experiment names none. */
  public Table beside() {
    return Reported.beside(study);
  }

  /** Names of the charts that there are. */
  public List<String> figures() {
    return pictures.all().stream().map(Pictures.Picture::name).toList();
  }

  /**
   * A chart, by its name or by a beginning that no other has: {@code accuracy-macs}, {@code
   * gates-depth}.
   *
   * @throws BadInput that lists the charts there are, or says why there are none
   */
  public Drawing figure(String name) {
    List<String> names = new ArrayList<>(figures());
    if (names.isEmpty()) {
      throw new BadInput(pictures.missing());
    }
    if (!names.contains(name)) {
      names.removeIf(n -> !n.startsWith(name));
    } else {
      names = List.of(name);
    }
    if (names.size() != 1) {
      throw new BadInput(
          names.isEmpty() ? Names.unknown("figure", name, figures()) : Names.several(name, names));
    }
    return drawing(names.get(0));
  }

  private Drawing drawing(String name) {
    return pictures.all().stream()
        .filter(p -> p.name().equals(name))
        .map(p -> new Drawing(p.name(), p.heading(), p.description(), p.svg(), p.png()))
        .findFirst()
        .orElseThrow();
  }
}
