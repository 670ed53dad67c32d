package io.squeezelab.data.picture;

/**
 * The decoder of every picture file: libjpeg-turbo for JPEG where its native library loads, Java's
 * own reader for JPEG elsewhere and for all other kinds.
 */
public final class Decoder {
  private final Codec jpeg;
  private final Codec other = new Builtin();
  private final String name;

  private Decoder(Codec jpeg, String name) {
    this.jpeg = jpeg;
    this.name = name;
  }

  /** The best one of this machine. */
  public static Decoder best() {
    try {
      return new Decoder(new Turbo(), Turbo.name());
    } catch (LinkageError e) { // no native library for this system, or none that it can load
      return builtin();
    }
  }

  /** Java's own, for every kind. */
  public static Decoder builtin() {
    return new Decoder(new Builtin(), "ImageIO of Java " + System.getProperty("java.version"));
  }

  /** What decodes JPEG; others may round pixels differently, so it belongs to a result. */
  public String name() {
    return name;
  }

  Codec codec(byte[] file) throws Unreadable {
    if (file.length == 0) {
      throw new Unreadable("is empty");
    }
    Kind kind = Kind.of(file).orElseThrow(() -> new Unreadable("is no JPEG, PNG, GIF or BMP"));
    return kind == Kind.JPEG ? jpeg : other;
  }
}
