package io.squeezelab.data.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Java's own readers. Their samples are taken as they are stored, without any colour profile. */
final class Builtin implements Codec {

  /** What a reader is asked to do with a file. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(ImageReader reader) throws IOException;
  }

  @Override
  public Extent extent(byte[] file) throws Unreadable {
    return ask(file, reader -> new Extent(reader.getWidth(0), reader.getHeight(0)));
  }

  @Override
  public Picture decode(byte[] file, int reduction) throws Unreadable {
    return ask(
        file,
        reader -> {
          List<String> warnings = new ArrayList<>();
          reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
          BufferedImage image = reader.read(0);
          for (String warning : warnings) {
            if (!harmless(warning)) {
              throw new Unreadable("is damaged: " + warning);
            }
          }
          if (Kind.of(file).orElseThrow() == Kind.JPEG && image.getRaster().getNumBands() > 3) {
            throw new Unreadable("is a JPEG in CMYK, which only libjpeg-turbo decodes");
          }
          return Samples.picture(image);
        });
  }

  /** Bytes between segments cost no pixel, and many cameras leave some. */
  private static boolean harmless(String warning) {
    return warning.contains("extraneous bytes");
  }

  /** Reads a JPEG again only to learn whether what another decoder complained about matters. */
  static void judge(byte[] file) throws Unreadable {
    new Builtin().decode(file, 1);
  }

  /** Why a JPEG that another decoder refuses cannot be read. */
  static Unreadable explain(byte[] file) {
    try {
      judge(file);
      return new Unreadable("is a JPEG of a kind that libjpeg-turbo does not decode");
    } catch (Unreadable reason) {
      return reason;
    }
  }

  private static <T> T ask(byte[] file, Question<T> question) throws Unreadable {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new Unreadable("is no picture that Java reads");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return question.ask(reader);
      } finally {
        reader.dispose();
      }
    } catch (Unreadable found) {
      throw found;
    } catch (IOException | RuntimeException e) { // damaged headers make readers throw anything
      throw new Unreadable("is damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean reduces() {
    return false;
  }
}
