package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Blocks;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * A fully connected layer inside each of g groups of channels, which see nothing of each other: a
 * block-diagonal W. Parameters {@code weight} (C, C/g) and, if wanted, {@code bias} (C); cost: C²/g
 * multiply-adds per kept position.
 *
 * @param groups g, which must divide C
 * @param size channels of each group, whatever {@code groups} says; 0 to go by their number
 */
@From(value = "ECA-Net, table 2, SE-GC1 to SE-GC3", link = "https://arxiv.org/abs/1910.03151")
public record Grouped(
    @Default("16") int groups, @Default("0") int size, @Default("false") boolean bias)
    implements Excite {
  public Grouped {
    Check.atLeast("groups", 1, groups);
    Check.atLeast("size", 0, size);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    descriptor.single("grouped");
    return Along.relation(descriptor, length -> Blocks.of(scope, length, parts(length), bias));
  }

  private int parts(int length) {
    String field = size > 0 ? "size" : "groups";
    int divisor = size > 0 ? size : groups;
    Check.that(length % divisor == 0, field, divisor + " does not divide " + length);
    return size > 0 ? length / size : groups;
  }
}
