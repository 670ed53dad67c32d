package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Excitation.Depth;
import io.squeezelab.analysis.Profile.Line;
import io.squeezelab.train.Gates;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcitationTest {
  /** Channel means 0.25 and 0.75, 0.5 and 1: each class is 0.5 from the other. */
  @Test
  void spreadsAreSampleDeviationsAveragedOverChannels() {
    Depth depth = Excitation.of(MadeGates.pencil()).depths().get(0);
    assertEquals(0.5 / Math.sqrt(2), depth.between(), 1e-12);
    assertEquals(0.1875, depth.within(), 1e-12, "the dog's one image has no deviation");
    assertEquals(0.25, depth.nearOne());
    assertEquals(1.5, depth.entropy());
  }

  @Test
  void aProfileBeginsWithAllClassesEachCountedAlike() {
    Profile profile = Excitation.of(MadeGates.pencil()).profiles().get(0);
    assertEquals(List.of(0, 1), profile.channels());
    Line all = profile.lines().get(0);
    assertEquals(List.of("all classes", 3), List.of(all.name(), all.images()));
    assertEquals(List.of(0.5, 0.75), all.means());
    assertEquals(0.5 / Math.sqrt(2), all.deviations().get(1), 1e-12);
    Line dog = profile.lines().get(2);
    assertEquals(List.of("dog", 1), List.of(dog.name(), dog.images()));
    assertEquals(List.of(0.75, 1.), dog.means());
    assertEquals(List.of(Double.NaN, Double.NaN), dog.deviations());
  }

  @Test
  void channelsStandInTheOrderOfTheirMeans() {
    List<List<Double>> means = List.of(List.of(.9, .1, .5));
    List<List<Double>> deviations = List.of(List.of(.01, .02, .03));
    Gates gates =
        MadeGates.of(List.of("cat"), List.of(7), List.of(MadeGates.place("a", means, deviations)));
    Profile profile = Excitation.of(gates).profiles().get(0);
    assertEquals(List.of(1, 2, 0), profile.channels());
    assertEquals(List.of(.1, .5, .9), profile.lines().get(1).means());
    assertEquals(List.of(.02, .03, .01), profile.lines().get(1).deviations());
  }

  @Test
  void classesWithoutImagesTakeNoPart() {
    Excitation of = Excitation.of(MadeGates.withoutImages());
    assertTrue(Double.isNaN(of.depths().get(0).between()), "one class is no spread");
    assertEquals(.25, of.depths().get(0).within());
    assertEquals(List.of(), of.profiles(), "one channel is no profile");
  }

  @Test
  void ofManyAFewAreShownWithTheFirstAndTheLast() {
    Excitation of = Excitation.of(MadeGates.of(27, 64, 10));
    assertEquals(27, of.depths().size());
    assertEquals(9, of.profiles().size());
    assertEquals("layer1.0.attention", of.profiles().get(0).place());
    assertEquals("layer3.8.attention", of.profiles().get(8).place());
    Profile last = of.profiles().get(8);
    assertEquals(50, last.channels().size());
    assertTrue(last.channels().containsAll(List.of(0, 63)));
    assertEquals(
        List.of("all classes", "class 0", "class 3", "class 6", "class 9"),
        last.lines().stream().map(Line::name).toList());
    List<Double> rising = last.lines().get(0).means();
    assertEquals(rising.stream().sorted(Comparator.naturalOrder()).toList(), rising);
  }

  @Test
  void evenlyTakesBothEnds() {
    assertEquals(List.of(0, 1, 2), Excitation.evenly(3, 9));
    assertEquals(List.of(0, 3, 6, 9), Excitation.evenly(10, 4));
    assertEquals(List.of(), Excitation.evenly(0, 4));
  }
}
