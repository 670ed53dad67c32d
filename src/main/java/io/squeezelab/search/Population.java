package io.squeezelab.search;

import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.Pareto;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The arms that parents are taken from: with one aim the last ones, with more the best ones. */
final class Population {
  private final int size;
  private final int sample;
  private ISeq<Phenotype<IntegerGene, Vec<double[]>>> members = ISeq.empty();

  Population(int size, int sample) {
    this.size = size;
    this.sample = sample;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /**
   * An arm with its aims, more being better for all of them.
   *
   * @param age which of all arms it is
   */
  void add(Point arm, double[] aims, int age) {
    List<IntegerGene> genes =
        arm.levels().stream()
            .map(level -> IntegerGene.of(level, Point.ABSENT, Integer.MAX_VALUE))
            .toList();
    Genotype<IntegerGene> genotype = Genotype.of(IntegerChromosome.of(genes));
    members = members.append(List.of(Phenotype.of(genotype, age, Vec.of(aims))));
    if (members.size() > size) {
      members =
          aims.length == 1
              ? members.subSeq(1)
              : NSGA2Selector.<IntegerGene, double[], Vec<double[]>>ofVec()
                  .select(members, size, Optimize.MAXIMUM);
    }
  }

  /** The best of a random sample. */
  Point parent(SplittableRandom random) {
    TournamentSelector<IntegerGene, Vec<double[]>> tournament =
        new TournamentSelector<>(crowded(), sample);
    return RandomRegistry.with(
        new Steady(random),
        r -> point(tournament.select(members, 1, Optimize.MAXIMUM).get(0).genotype()));
  }

  private static Point point(Genotype<IntegerGene> genotype) {
    return new Point(genotype.chromosome().stream().map(IntegerGene::allele).toList());
  }

  /** By the front that a member is on, then by how far its neighbours there are; then the older. */
  private Comparator<Phenotype<IntegerGene, Vec<double[]>>> crowded() {
    ISeq<Vec<double[]>> aims = members.map(Phenotype::fitness);
    int[] fronts = Pareto.rank(aims);
    double[] distances = Pareto.crowdingDistance(aims);
    Map<Phenotype<IntegerGene, Vec<double[]>>, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      places.put(members.get(i), i);
    }
    return Comparator.comparingInt(
            (Phenotype<IntegerGene, Vec<double[]>> m) -> -fronts[places.get(m)])
        .thenComparingDouble(m -> distances[places.get(m)])
        .thenComparingLong(m -> -m.generation());
  }
}
