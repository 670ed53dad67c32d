package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of networks of depthwise convolutions. Parameters have timm's names: {@code conv_pw},
 * {@code bn1}, {@code conv_dw}, {@code bn2}, {@code conv_pwl}, {@code bn3}; without the widening
 * {@code conv_dw}, {@code bn1}, {@code conv_pw}, {@code bn2}.
 *
 * @param style where attention sits, and whether there are sums
 * @param eps of the norms
 */
record MobileUnits(Style style, double eps) implements UnitKind<Mbconv> {
  private static final double MOMENTUM = 0.1;

  /** How the families differ. */
  enum Style {
    /**
     * MobileNetV1: no identity branch, an activation after the last norm, attention after that one.
     */
    PLAIN,
    /** MobileNetV2: attention at the end of the residual branch, after the last norm. */
    LINEAR,
    /** MnasNet, MobileNetV3, EfficientNet: attention after the depthwise convolution. */
    INSIDE
  }

  @Override
  public Unit unit(Dims in, Mbconv block) {
    Dims wide = in.channels(block.expanded());
    Dims left = depthwise(block).over(wide, block.expanded());
    Dims out = left.channels(block.out());
    Unit all = Unit.residual(in, out, new Unit.Swap(wide, left, block.stride()));
    Unit unit = style == Style.INSIDE ? all.with(Position.STANDARD, left) : all;
    if (style == Style.PLAIN) {
      String lacks = "its blocks have no identity branch and no sum";
      return unit.without(lacks, Position.IDENTITY, Position.SKIP, Position.POST);
    }
    String lacks = "none of the chosen blocks has an identity branch";
    return sums(in, block) ? unit : unit.without(lacks, Position.IDENTITY, Position.SKIP);
  }

  @Override
  public Dims out(Dims in, Mbconv block) {
    return depthwise(block).over(in, block.out());
  }

  private boolean sums(Dims in, Mbconv block) {
    return style != Style.PLAIN && block.stride() == 1 && block.out() == in.channels();
  }

  private static Window depthwise(Mbconv block) {
    return Window.square(block.kernel()).stride(block.stride()).groups(block.expanded());
  }

  @Override
  public boolean attends(Mbconv block) {
    return block.attends();
  }

  @Override
  public Layer block(Scope scope, Dims in, Mbconv block, Places places) {
    List<Layer> layers = new ArrayList<>(List.of(places.at(Position.PRE)));
    boolean widens = block.expanded() != in.channels();
    if (widens) {
      layers.add(Conv.of(scope.in("conv_pw"), in.channels(), block.expanded(), 1, 1));
      layers.add(norm(scope.in("bn1"), block.expanded()));
      layers.add(block.activation());
    }
    layers.add(places.conv(() -> middle(scope.in("conv_dw"), block)));
    layers.add(norm(scope.in(widens ? "bn2" : "bn1"), block.expanded()));
    layers.add(block.activation());
    layers.add(places.at(Position.CONV3X3));
    layers.add(style == Style.INSIDE ? places.at(Position.STANDARD) : Layer.IDENTITY);
    layers.add(
        Conv.of(scope.in(widens ? "conv_pwl" : "conv_pw"), block.expanded(), block.out(), 1, 1));
    layers.add(norm(scope.in(widens ? "bn3" : "bn2"), block.out()));
    layers.add(style == Style.PLAIN ? block.activation() : Layer.IDENTITY);
    layers.add(style == Style.INSIDE ? Layer.IDENTITY : places.at(Position.STANDARD));
    return joined(new Chain(layers), in, block, places);
  }

  private Layer joined(Layer residual, Dims in, Mbconv block, Places places) {
    Layer post = places.at(Position.POST);
    return sums(in, block)
        ? new ResidualBlock(residual, places.at(Position.IDENTITY), places.sum(), post)
        : Chain.of(residual, post);
  }

  private static Layer middle(Scope scope, Mbconv block) {
    return Conv.of(scope, block.expanded(), block.expanded(), depthwise(block));
  }

  Layer norm(Scope scope, int channels) {
    return BatchNorm.of(scope, channels, Init.ONES, MOMENTUM, eps);
  }
}
