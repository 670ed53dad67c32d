package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Outcome;

/**
 * One line of {@code trials.jsonl}: one finished attempt of one trial, with all that is needed to
 * run it again.
 *
 * @param id identity of the trial: equal for equal trials, whatever the arm is called
 * @param arm label of the arm in the experiment file
 * @param attempt from 1; the last attempt of an id counts
 * @param trial the trial in its resolved form
 * @param cost of the network for one image
 * @param from name of the results folder that it was taken over from, where the trial ran; empty
 *     where it ran for this one
 */
public record Result(
    String id,
    String arm,
    long seed,
    int attempt,
    JsonNode trial,
    Cost cost,
    Outcome outcome,
    @Default("''") String from) {

  /** Of a trial that ran for this folder. */
  public Result(
      String id, String arm, long seed, int attempt, JsonNode trial, Cost cost, Outcome outcome) {
    this(id, arm, seed, attempt, trial, cost, outcome, "");
  }

  /** The same result of an arm that goes by another label now. */
  public Result labelled(String label) {
    return new Result(id, label, seed, attempt, trial, cost, outcome, from);
  }

  /** The same result as a line of another folder. */
  Result taken(String label, int number, String folder) {
    String origin = from.isEmpty() ? folder : from;
    return new Result(id, label, seed, number, trial, cost, outcome, origin);
  }

  /**
   * Reads a line of {@code trials.jsonl}, which is a part of its text.
   *
   * @throws BadInput if it is none
   */
  static Result parse(byte[] text, int from, int length) {
    try {
      return Bind.json(Result.class, text, from, length);
    } catch (Problem problem) {
      String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
      throw new BadInput(field + problem.getMessage(), problem);
    }
  }
}
