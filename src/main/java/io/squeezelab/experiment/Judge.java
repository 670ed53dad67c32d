package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import io.squeezelab.spec.Problem;
import java.util.HashMap;
import java.util.Map;

/** Makes arms of combinations, or says why there is none. */
final class Judge {
  private final Matching matching;
  private final Rules rules;
  private final Naming naming;
  private final Beside beside;
  private final Map<String, Verdict> arms = new HashMap<>();
  private Problem refusal;
  private boolean lenient;
  private boolean matched;

  /**
   * @param beside a combination that is one of these arms has the label that the file gives it
   */
  Judge(Matching matching, Rules rules, Naming naming, Beside beside) {
    this.matching = matching;
    this.rules = rules;
    this.naming = naming;
    this.beside = beside;
  }

  Naming naming() {
    return naming;
  }

  /** From here on a combination that makes no sense is left out: nobody is there to mend it. */
  void lenient() {
    lenient = true;
  }

  /** Whether a number was looked for that brings an arm to a cost. */
  boolean matched() {
    return matched;
  }

  /** Whether it is what was thrown for a combination that makes no sense. */
  boolean refused(Problem problem) {
    return problem == refusal;
  }

  /** What becomes of one that makes no sense. */
  Verdict refuse(Point point, Problem problem) {
    if (!lenient) {
      refusal = problem;
      throw problem;
    }
    return new Verdict(point, null, Verdict.REFUSED);
  }

  Verdict of(Combination combination) {
    boolean alone = combination.point().levels().isEmpty() && !beside.arms().isEmpty();
    try {
      String origin = alone ? "arms" : rules.against(combination); // named arms stand for the trial
      return origin == null ? arm(combination) : new Verdict(combination.point(), null, origin);
    } catch (Problem problem) {
      return refuse(combination.point(), problem);
    }
  }

  private Verdict arm(Combination combination) {
    Point point = combination.point();
    String label = naming.label(point);
    Matching.Solved solved = matching.solve(combination.draft(), label);
    matched |= solved.matched() != null;
    String id = solved.recipe().with(0).id();
    if (arms.containsKey(id)) {
      return arms.get(id);
    }
    Arm named = beside.arms().get(id);
    String called = named == null ? label : named.label();
    Arm arm = new Arm(called, naming.factors(point), solved.recipe(), solved.matched());
    String origin = rules.against(arm);
    Verdict verdict = new Verdict(point, origin == null ? arm : null, origin);
    arms.put(id, verdict);
    return verdict;
  }

  /** What was made of the trial of this identity, seed 0; null where it was not met. */
  Verdict of(String id) {
    return arms.get(id);
  }
}
