package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Parameters and multiply-adds equal those counted on PyTorch's modules, to the last one. */
class CountedCostTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/parity/cifar-resnets.csv", useHeadersInDisplayName = true)
  void equalsWhatWasCounted(
      int depth,
      String shortcut,
      String reduction,
      Boolean bias,
      int classes,
      long params,
      long macs) {
    String backbone = "{type: resnet-cifar, depth: %d, shortcut: %s}".formatted(depth, shortcut);
    String attention =
        reduction.equals("none")
            ? "none"
            : "{excite: {type: bottleneck, reduction: %s, bias: %s}}".formatted(reduction, bias);
    Cost cost =
        Bind.inline(Backbone.class, backbone)
            .network(
                new Dims(3, 32, 32),
                classes,
                Bind.inline(Attention.class, attention),
                Placement.STANDARD)
            .cost();
    assertEquals(params, cost.params());
    assertEquals(macs, cost.macs());
  }
}
