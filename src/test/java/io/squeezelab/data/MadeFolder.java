package io.squeezelab.data;

import io.squeezelab.spec.Bind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Makes image folders for tests: pictures of 40 by 32 pixels, each of one grey level. */
public final class MadeFolder {
  private final Path root;

  public MadeFolder(Path root) {
    this.root = root;
  }

  /** Writes a picture; gives its path. */
  public Path picture(String path, int level) {
    BufferedImage image = new BufferedImage(40, 32, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 40 * 32; i++) {
      image.setRGB(i % 40, i / 40, level * 0x10101);
    }
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, path.endsWith("png") ? "png" : "jpg", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Classes {@code cat} and {@code dog}, four training and two test pictures of each. */
  public MadeFolder usual() {
    for (int i = 0; i < 4; i++) {
      picture("train/dog/" + i + ".png", 100 + i);
      picture("train/cat/" + i + ".png", 200 + i);
    }
    for (int i = 0; i < 2; i++) {
      picture("val/dog/" + i + ".png", 110 + i);
      picture("val/cat/" + i + ".png", 210 + i);
    }
    return this;
  }

  /** A file that begins as a picture and ends in the middle. */
  public Path truncated(String path) {
    Path file = picture(path, 50);
    try {
      byte[] whole = Files.readAllBytes(file);
      return Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG whose ends are whole and whose middle is not. */
  public Path rotten(String path) {
    Path file = picture(path, 50);
    try {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 45; i < 55; i++) {
        bytes[i] ^= 0x55;
      }
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path root() {
    return root;
  }

  /**
   * The set, 8 pixels on a side.
   *
   * @param fields more of them, such as {@code , corrupt: skip}
   */
  public ImageFolder data(String fields) {
    String text = "{type: image-folder, folder: '%s', classes: 2, size: 8, resize: 8%s}";
    return (ImageFolder) Bind.inline(Data.class, String.format(text, root, fields));
  }

  public Shelf shelf(int readers) {
    return new Shelf(List.of(), readers);
  }
}
