package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;

/**
 * A family of networks with places for attention.
 *
 * <p>Some are published with an attention of their own, such as SENet-154 and EfficientNet. It
 * stands in their field {@code own} and is built where the experiment's attention is {@code none};
 * an attention of the experiment replaces it, and {@code own: none} takes it out.
 */
public sealed interface Backbone
    permits Resnet,
        ResnetCifar,
        Preresnet,
        WideResnet,
        Vgg,
        Densenet,
        Vovnet,
        Mobilenetv1,
        Mobilenetv2,
        Mobilenetv3,
        Mnasnet,
        Efficientnet,
        Shufflenetv1,
        Googlenet,
        BnInception,
        InceptionV3,
        InceptionV4,
        InceptionResnetV2,
        Xception,
        Backbone.Custom {

  /**
   * The network with this attention in those places.
   *
   * @param input shape of one image
   * @throws io.squeezelab.spec.Problem if attention makes no sense there
   */
  Network network(Dims input, int classes, Attention attention, Placement placement);

  /**
   * This network without the attention that it is published with, if it is: what its own share of
   * the cost is reckoned against.
   */
  default Backbone bare() {
    return this;
  }

  /** What its papers give its cost for. */
  default Task task() {
    return Task.IMAGENET;
  }

  /** For backbones from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Backbone {}
}
