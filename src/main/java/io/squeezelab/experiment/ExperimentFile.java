package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
          "baseline",
          "seeds",
          "search",
          "budget",
          "run");

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
    Draft base = Draft.of(root.get("trial"), document::folder);
    Recipe reference = root.has("baseline") ? baseline().on(base).recipe() : null;
    Matching matching = new Matching(reference);
    List<Arm> arms = new ArrayList<>(Grid.arms(base, axes(), named(), matching));
    String baseline = reference == null ? null : baseline(reference, arms);
    return new Experiment(
        name(otherwise),
        text("question", ""),
        arms,
        baseline,
        Replicates.of(root.path("seeds")),
        null,
        part(Search.class, "search", "grid"),
        part(Budget.class, "budget", "{}"),
        part(RunPolicy.class, "run", "{}"));
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

  private List<Axis> axes() {
    JsonNode axes = root.path("axes");
    if (!axes.isMissingNode() && !axes.isObject()) {
      throw new Problem(
          "axes",
          "must map fields' paths to lists of values, such as {attention.squeeze: [avg, max]}; is "
              + Trees.print(axes));
    }
    List<Axis> list = new ArrayList<>();
    axes.properties().forEach(entry -> list.add(Axis.of(entry.getKey(), entry.getValue())));
    return list;
  }

  private Map<String, Changes> named() {
    JsonNode arms = root.path("arms");
    if (!arms.isMissingNode() && !arms.isObject()) {
      String such = "{small: {train.batch: 32}, large: {train.batch: 512}}; is ";
      throw new Problem("arms", "must map labels to changes, such as " + such + Trees.print(arms));
    }
    Map<String, Changes> named = new LinkedHashMap<>();
    arms.properties()
        .forEach(
            arm ->
                named.put(
                    arm.getKey(), new Changes(arm.getValue(), Problem.join("arms", arm.getKey()))));
    return named;
  }

  private Changes baseline() {
    Changes changes = new Changes(root.get("baseline"), "baseline");
    Check.that(
        changes.factors().keySet().stream().noneMatch(path -> path.matches("match(\\..*)?")),
        "baseline",
        "cannot be matched: it is what others are matched to");
    return changes;
  }

  /** The label of the baseline; it is added in front of the arms unless it is one of them. */
  private String baseline(Recipe reference, List<Arm> arms) {
    Arm arm = new Arm(baseline().label("baseline"), Map.of(), reference, null);
    for (Arm on : arms) {
      if (on.recipe().same(arm.recipe())) {
        return on.label();
      }
    }
    boolean taken = arms.stream().anyMatch(other -> other.label().equals(arm.label()));
    String label = taken ? arm.label() + " (baseline)" : arm.label();
    arms.add(0, new Arm(label, Map.of(), reference, null));
    return label;
  }

  private String name(String otherwise) {
    String name = text("name", otherwise);
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
