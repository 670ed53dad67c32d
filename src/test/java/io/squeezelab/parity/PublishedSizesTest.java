package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Networks have the sizes that others counted, to the last parameter, or that papers print. */
class PublishedSizesTest {

  @ParameterizedTest(name = "{0}, {1}")
  @CsvFileSource(
      resources = "/parity/published-sizes.csv",
      quoteCharacter = '"',
      useHeadersInDisplayName = true)
  void isAsLargeAsPublished(
      String backbone,
      String attention,
      String input,
      int classes,
      String params,
      Long macs,
      String from) {
    Cost cost =
        Bind.inline(Backbone.class, backbone)
            .network(
                Dims.parse(input),
                classes,
                Bind.inline(Attention.class, attention),
                Placement.STANDARD)
            .cost();
    if (params.endsWith("M")) {
      assertTrue(
          new Printed(params).near(cost.params()), () -> cost.params() + " counted, by " + from);
    } else {
      assertEquals(Long.parseLong(params), cost.params(), from);
    }
    if (macs != null) {
      assertEquals(macs, cost.macs(), from);
    }
  }
}
