package io.squeezelab.cli;

import io.squeezelab.analysis.Median;
import io.squeezelab.engine.Hardware;
import io.squeezelab.trial.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Seconds of each pass of several networks that took turns, the reference first: a machine that
 * slows down slows all of them, and the reference shows it.
 *
 * @param seconds by network, then by round
 */
record Turns(List<String> labels, double[][] seconds) {

  static Turns of(
      List<Candidate> candidates,
      int batch,
      int threads,
      Hardware hardware,
      int warmUp,
      int rounds) {
    List<Latency> running = new ArrayList<>();
    try {
      for (Candidate candidate : candidates) {
        running.add(new Latency(candidate.network(), batch, hardware, threads));
      }
      IntStream.range(0, warmUp).forEach(i -> running.forEach(Latency::seconds));
      double[][] seconds = new double[running.size()][rounds];
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < seconds.length; i++) {
          seconds[i][round] = running.get(i).seconds();
        }
      }
      return new Turns(candidates.stream().map(Candidate::label).toList(), seconds);
    } finally {
      running.forEach(Latency::close);
    }
  }

  Median milliseconds(int network) {
    return Median.of(Arrays.stream(seconds[network]).map(s -> 1000 * s).toArray());
  }

  /** A network's time as a multiple of the reference's in the same round. */
  Median ofReference(int network) {
    return Median.of(
        IntStream.range(0, seconds[0].length)
            .mapToDouble(round -> seconds[network][round] / seconds[0][round])
            .toArray());
  }

  /** By how much the reference was slower in its last third than in its first: 0.02 for 2 %. */
  double drift() {
    double[] reference = seconds[0];
    int third = Math.max(1, reference.length / 3);
    double first = Median.of(Arrays.copyOf(reference, third)).median();
    int from = reference.length - third;
    double last = Median.of(Arrays.copyOfRange(reference, from, reference.length)).median();
    return last / first - 1;
  }
}
