package io.squeezelab.notebook;

import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Verdict;
import io.squeezelab.report.Pictures;
import io.squeezelab.report.Rows;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A results folder as it was when it was read, for cells: what its report says, piece by piece.
 * Nothing is written.
 *
 * @param study what the analysis works on: {@code Summary.of(results.study())} and the like
 */
public record Results(Path folder, Study study, Pictures pictures) {
  private static final List<String> HEADINGS =
      List.of(
          "arm", "n", "test top-1, %", "difference, points [95 % interval]", "parameters", "MACs");

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
    List<Map<String, Object>> rows = Rows.of(Summary.of(study));
    return new Table(
        HEADINGS,
        rows.stream().map(Results::cells).toList(),
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).get("best").equals(true))
            .boxed()
            .toList(),
        List.of(
            "n: seeds whose trials completed. ±: sample standard deviation over seeds. Difference to"
                + " the baseline over common seeds. Bold: the highest mean, which need not be told"
                + " from the others."));
  }

  private static List<String> cells(Map<String, Object> row) {
    return List.of("arm", "n", "top1", "difference", "params", "macs").stream()
        .map(key -> row.get(key).toString())
        .toList();
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
        .map(p -> new Drawing(p.name(), p.heading(), p.description(), p.svg()))
        .findFirst()
        .orElseThrow();
  }
}
