package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A line of an analysis of variance: a factor, or the interaction of two; none for the mean. */
record Term(List<Factor> factors) {
  static Term of(Factor... factors) {
    return new Term(List.of(factors));
  }

  /** The mean of all, the blocks, main effects, and interactions of two. */
  static List<Term> all(Factor seeds, List<Factor> factors, boolean interactions) {
    List<Term> terms = new ArrayList<>();
    terms.add(of());
    if (seeds.width() > 0) {
      terms.add(of(seeds));
    }
    factors.forEach(factor -> terms.add(of(factor)));
    for (int i = 0; interactions && i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        terms.add(of(factors.get(i), factors.get(j)));
      }
    }
    return terms;
  }

  static int width(List<Term> terms) {
    return terms.stream().mapToInt(Term::width).sum();
  }

  List<String> paths() {
    return factors.stream().map(Factor::path).toList();
  }

  /** In a sentence. */
  String text() {
    return String.join(" × ", paths());
  }

  boolean holds(String path) {
    return paths().contains(path);
  }

  /** Whether this is the other term or one of its interactions. */
  boolean holds(Term other) {
    return factors.containsAll(other.factors);
  }

  /** How many columns it has. */
  int width() {
    return factors.stream().mapToInt(Factor::width).reduce(1, (a, b) -> a * b);
  }

  /** One row of its columns: every product of its factors' codes. */
  double[] code(Function<Factor, double[]> of) {
    double[] code = {1};
    for (Factor factor : factors) {
      double[] next = of.apply(factor);
      double[] product = new double[code.length * next.length];
      for (int i = 0; i < product.length; i++) {
        product[i] = code[i / next.length] * next[i % next.length];
      }
      code = product;
    }
    return code;
  }
}
