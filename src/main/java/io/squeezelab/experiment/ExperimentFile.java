package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.search.Point;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads an experiment file and expands it, whole, before anything runs: a mistake in its last line
 * is found in the first second. docs/experiment-file.md describes the format.
 */
public final class ExperimentFile {
  private static final List<String> FIELDS =
      List.of(
          "name",
          "question",
          Extends.FIELD,
          "trial",
          "axes",
          "arms",
          "include",
          "exclude",
          "constraints",
          "baseline",
          "seeds",
          "search",
          "budget",
          "run",
          "claims",
          "reference");

  private final Document document;
  private final JsonNode root;

  private ExperimentFile(Document document) {
    this.document = document;
    this.root = document.root();
  }

  /**
   * @throws io.squeezelab.spec.BadInput with file, line, field, value and what is allowed
   */
  public static Experiment read(Path file) {
    return read(Document.read(file), stem(file));
  }

  static Experiment read(Document own, String otherwise) {
    Document document = Extends.whole(own);
    try {
      return new ExperimentFile(document).experiment(otherwise);
    } catch (Problem problem) {
      throw document.explain(problem);
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(ya?ml|json)$", "");
  }

  private Experiment experiment(String otherwise) {
    if (!root.isObject()) {
      String is = root.isMissingNode() ? "; the file is empty" : "; this is " + kind(root);
      throw new Problem("", "an experiment has the fields " + String.join(", ", FIELDS) + is);
    }
    for (String field : (Iterable<String>) root::fieldNames) {
      if (!FIELDS.contains(field)) {
        throw new Problem(field, Names.unknown("field", field, FIELDS));
      }
    }
    if (!root.has("trial")) {
      throw new Problem("", "lacks the field 'trial'");
    }
    return experiment(root.get("trial"), text("name", otherwise));
  }

  private Experiment experiment(JsonNode trial, String name) {
    Draft base = Draft.of(trial, document::folder);
    Baseline baseline = root.has("baseline") ? Baseline.of(root.get("baseline"), base) : null;
    Matching matching = new Matching(baseline == null ? null : baseline.recipe());
    Beside beside = Beside.of(root.path("arms"), base, matching);
    Combinations space = space(base, baseline, matching, beside);
    Search search = part(Search.class, "search", "grid");
    Optional<List<Point>> chosen = space.explore(search);
    Arms arms = new Arms(space, chosen, beside);
    String reference = baseline == null ? null : arms.with(baseline);
    ArmNames names = new ArmNames(arms.list(), reference);
    return new Experiment(
        named(name),
        text("question", ""),
        arms.list(),
        reference,
        Replicates.of(root.path("seeds")),
        space,
        search,
        part(Budget.class, "budget", "{}"),
        part(RunPolicy.class, "run", "{}"),
        new Stated(names, space.factors(), chosen.isPresent()).of(root));
  }

  private Combinations space(Draft base, Baseline baseline, Matching matching, Beside beside) {
    List<Axis> axes = Axes.of(root.path("axes"));
    Rules rules = Rules.of(root, axes, baseline);
    Judge judge = new Judge(matching, rules, new Naming(axes), beside);
    Tally tally = new Tally(axes, rules, document::place);
    return new Combinations(new Assembly(base, axes), judge, rules, tally, baseline);
  }

  private <T> T part(Class<T> type, String field, String otherwise) {
    JsonNode tree = root.has(field) ? root.get(field) : Trees.yaml(otherwise);
    try {
      return Bind.read(type, tree);
    } catch (Problem problem) {
      throw problem.under(field);
    }
  }

  private static String kind(JsonNode tree) {
    return tree.isArray() ? "a list" : Trees.print(tree);
  }

  private String named(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      String of = root.has("name") ? "" : ", as the file is called, since it gives no name";
      throw new Problem(
          "name",
          "names a folder: letters, digits, '.', '_' and '-' only, the first a letter or digit; is '"
              + name
              + "'"
              + of);
    }
    return name;
  }

  private String text(String field, String otherwise) {
    JsonNode given = root.path(field);
    if (given.isContainerNode() || given.isNull()) {
      throw new Problem(field, "must be a text, is " + Trees.print(given));
    }
    return given.isMissingNode() ? otherwise : given.asText();
  }
}
