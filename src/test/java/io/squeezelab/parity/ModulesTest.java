package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published module gives the numbers of its original, forth and back. */
@Tag("engine")
class ModulesTest {
  static Stream<Named<ParityCase>> cases() {
    return ParityCase.all().map(one -> Named.of(one.name(), one));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheOriginal(ParityCase one) {
    for (boolean training : new boolean[] {true, false}) {
      Differences.of(one, training)
          .forEach(
              (what, apart) ->
                  assertTrue(apart < one.tolerance(), () -> what + " is off by " + apart));
    }
  }
}
