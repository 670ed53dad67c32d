package io.squeezelab.live.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.analysis.Choices;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The list of trials as the page asks for it: filtered, sorted, a hundred at a time. */
final class Listing {
  private static final int PAGE = 100;
  private static final Map<String, Comparator<Result>> TEXTS = texts();
  private static final Map<String, ToDoubleFunction<Result>> NUMBERS = numbers();

  private final List<Result> all;
  private final Choices choices;

  Listing(List<Result> all, Choices choices) {
    this.all = all;
    this.choices = choices;
  }

  private static Map<String, Comparator<Result>> texts() {
    Map<String, Comparator<Result>> orders = new LinkedHashMap<>();
    orders.put("arm", Comparator.comparing(Result::arm).thenComparing(Result::seed));
    orders.put("ending", Comparator.comparing(result -> result.outcome().ending()));
    return orders;
  }

  private static Map<String, ToDoubleFunction<Result>> numbers() {
    Map<String, ToDoubleFunction<Result>> numbers = new LinkedHashMap<>();
    numbers.put("seed", Result::seed);
    numbers.put("top1", result -> metrics(result).top1());
    numbers.put("validation", result -> metrics(result).validationTop1());
    numbers.put("epochs", result -> result.outcome().history().size());
    numbers.put("seconds", result -> result.outcome().seconds());
    numbers.put("speed", result -> result.outcome().imagesPerSecond());
    numbers.put("attempt", Result::attempt);
    return numbers;
  }

  private static Metrics metrics(Result result) {
    Metrics metrics = result.outcome().metrics();
    double none = Double.NaN;
    return metrics == null ? new Metrics(none, none, none, none, 0) : metrics;
  }

  /**
   * @param asked {@code sort}, {@code down}, {@code ending}, {@code page}; what is not known counts
   *     as not said, and the order is then that in which trials ended, the last first
   */
  ObjectNode page(Map<String, String> asked) {
    Map<String, Integer> endings = new TreeMap<>();
    all.forEach(result -> endings.merge(ending(result), 1, Integer::sum));
    String ending = asked.getOrDefault("ending", "");
    List<Result> some =
        all.stream().filter(r -> !endings.containsKey(ending) || ending(r).equals(ending)).toList();
    List<Result> sorted = sorted(some, asked);
    int pages = Math.max(1, (sorted.size() + PAGE - 1) / PAGE);
    int page = Math.min(pages, Math.max(1, number(asked.getOrDefault("page", "1"))));
    ObjectNode tree = Trees.object();
    tree.set("endings", Print.tree(endings));
    tree.put("total", some.size()).put("page", page).put("pages", pages);
    ArrayNode rows = tree.putArray("rows");
    sorted.stream().skip((long) (page - 1) * PAGE).limit(PAGE).forEach(r -> rows.add(row(r)));
    return tree;
  }

  private static List<Result> sorted(List<Result> some, Map<String, String> asked) {
    List<Result> sorted = new ArrayList<>(some);
    String by = asked.getOrDefault("sort", "");
    ToDoubleFunction<Result> number = NUMBERS.get(by);
    Comparator<Result> order = number == null ? TEXTS.get(by) : Comparator.comparingDouble(number);
    if (order == null) {
      Collections.reverse(sorted);
    } else {
      sorted.sort(asked.containsKey("down") ? order.reversed() : order);
    }
    if (number != null) { // what is not known goes last, either way
      sorted.sort(Comparator.comparing(result -> Double.isNaN(number.applyAsDouble(result))));
    }
    return sorted;
  }

  private ObjectNode row(Result result) {
    ObjectNode row = Trees.object();
    row.put("id", result.id()).put("arm", result.arm()).put("seed", result.seed());
    row.put("attempt", result.attempt()).put("ending", ending(result));
    row.put("reason", choices.reason(result));
    row.put("top1", Numbers.percent(metrics(result).top1()));
    row.put("validation", Numbers.percent(metrics(result).validationTop1()));
    row.put("epochs", result.outcome().history().size());
    row.put("seconds", Numbers.measure(result.outcome().seconds()));
    row.put("speed", Numbers.measure(result.outcome().imagesPerSecond()));
    return row;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
  }

  private String ending(Result result) {
    return choices.ending(result);
  }
}
