package io.squeezelab.backbone;

import io.squeezelab.layer.Activation;

/**
 * One block around a depthwise convolution, as a table has it: a 1x1 convolution widens the map, a
 * depthwise one looks around, another 1x1 makes it narrow.
 *
 * @param kernel of the depthwise convolution
 * @param expanded channels of the depthwise convolution; where that is what comes in, the first 1x1
 *     is left out
 * @param out channels that it gives
 * @param stride of the depthwise convolution
 * @param attends whether the published network has attention here, or would have
 */
record Mbconv(
    int kernel, int expanded, int out, int stride, boolean attends, Activation activation) {}
