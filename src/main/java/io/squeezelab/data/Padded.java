package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.nio.ByteBuffer;

/**
 * Images with a border of {@code crop} pixels on each side: (N, H + 2·crop, W + 2·crop, C), bytes.
 */
public record Padded(Images images, int crop, Border border) {
  public int height() {
    return images.dims().height() + 2 * crop;
  }

  public int width() {
    return images.dims().width() + 2 * crop;
  }

  /** Writes all of it, in row-major order, into a buffer of zeros. */
  public void write(ByteBuffer buffer) {
    Dims dims = images.dims();
    for (int i = 0; i < images.count(); i++) {
      for (int y = 0; y < height(); y++) {
        int row = border.inside(y - crop, dims.height());
        if (row >= 0) {
          int to = (i * height() + y) * width() + crop;
          line(buffer, to, (i * dims.height() + row) * dims.width());
        }
      }
    }
  }

  /** One row: the image's at once, then the pixels beside it, which a black border has not. */
  private void line(ByteBuffer buffer, int to, int from) {
    int channels = images.dims().channels();
    int width = images.dims().width();
    buffer.put(to * channels, images.pixels(), from * channels, width * channels);
    for (int k = 1; k <= crop; k++) {
      for (int x : new int[] {-k, width - 1 + k}) {
        int column = border.inside(x, width);
        if (column >= 0) {
          buffer.put((to + x) * channels, images.pixels(), (from + column) * channels, channels);
        }
      }
    }
  }
}
