package io.squeezelab.data.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Turns picture files into the images that networks take, (side, side, 3) levels.
 *
 * @param side of the images, in pixels
 * @param resize what a picture's shorter side is resized to for evaluation, before its middle is
 *     taken; at least {@code side}
 * @param flip whether training images may be mirrored
 */
public record Lens(
    Decoder decoder, int side, int resize, ResizedCrop crop, boolean flip, Jitter jitter) {

  /** The middle of the picture. */
  public byte[] still(Path file) throws Unreadable {
    byte[] content = content(file);
    Codec codec = decoder.codec(content);
    Cut cut = Cut.centre(codec.extent(content), resize, side);
    return image(codec, content, cut, false);
  }

  /** A region, mirrored or not, in other colours, all drawn at random. */
  public byte[] varied(Path file, SplittableRandom random) throws Unreadable {
    byte[] content = content(file);
    Codec codec = decoder.codec(content);
    Cut cut = crop.draw(codec.extent(content), side, random);
    boolean mirror = random.nextLong() < 0 && flip;
    byte[] image = image(codec, content, cut, mirror);
    jitter.change(image, random);
    return image;
  }

  private static byte[] content(Path file) throws Unreadable {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Unreadable("cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] image(Codec codec, byte[] content, Cut cut, boolean mirror)
      throws Unreadable {
    int reduction = codec.reduces() ? cut.reduction() : 1;
    Picture picture = codec.decode(content, reduction);
    return Resampling.of(picture, cut.reduced(reduction), mirror);
  }
}
