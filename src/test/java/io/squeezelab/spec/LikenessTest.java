package io.squeezelab.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.trial.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in a rule, compared with a trial in resolved form. */
class LikenessTest {
  private static final JsonNode TREE =
      Expand.expand(
          Recipe.class,
          Trees.yaml(
              """
              data: fashion-mnist-mini
              backbone: {type: resnet-cifar, depth: 8, width: 4}
              attention: {type: sequence, of: [se, {squeeze: {type: avg, keep: spatial}, excite: conv2d}]}
              placement: {stages: [1, 2]}
              train: {epochs: 1, freeze: [norms], rate: {type: constant, base: 0.1}}
              """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attention                        | sequence                       | true",
        "attention                        | [none, sequence]               | true",
        "attention                        | none                           | false",
        "attention                        | se                             | false",
        "attention.of[0]                  | se                             | true",
        "attention.of[0]                  | {gate: sigmoid}                | true",
        "attention.of[0]                  | {gate: tanh}                   | false",
        "attention.of[0]                  | {preset: se, gate: tanh}       | false",
        "attention.of[0]                  | {type: se, gate: sigmoid}      | true",
        "attention.of[0].excite           | {reduction: [4, 16]}           | true",
        "attention.of[0].excite           | {kernel: 3}                    | false",
        "attention.of[0].excite.reduction | 16                             | true",
        "attention.of[1].squeeze          | {keep: spatial}                | true",
        "placement.stages                 | [1, 2]                         | true",
        "placement.stages                 | [[3], [1, 2]]                  | true",
        "placement.stages                 | all                            | false",
        "train.freeze                     | [norms]                        | true",
        "train.freeze                     | [[norms], [attention]]         | true",
        "train.rate.base                  | 1e-1                           | true",
        "train                            | {epochs: 1, batch: 128}        | true",
        "train                            | {epochs: 1, batch: 64}         | false",
      })
  void aNameMeansAllOfThatVariantAndAnObjectAllWithTheseFields(
      String path, String meant, boolean fits) {
    assertEquals(fits, Likeness.fits(Recipe.class, TREE, path, Trees.yaml(meant)));
  }

  @Test
  void whatNoValueCouldBeIsRefused() {
    assertEquals(
        "must be a whole number, is \"one\"",
        assertThrows(
                Problem.class,
                () -> Likeness.fits(Recipe.class, TREE, "train.epochs", Trees.yaml("one")))
            .getMessage());
  }
}
