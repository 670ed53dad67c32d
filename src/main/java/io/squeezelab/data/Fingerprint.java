package io.squeezelab.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A checksum of images that does not depend on their order, nor on the file format: the SHA-256 of
 * the sorted SHA-256s of every image's label byte and (H, W, C) pixels. It tells the official
 * images from others where files were packed again and so have another checksum.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** 64 hexadecimal digits. */
  public static String of(Labelled images) {
    MessageDigest sha = digest("SHA-256");
    byte[][] each = new byte[images.count()][];
    for (int i = 0; i < each.length; i++) {
      sha.update((byte) images.labels()[i]);
      sha.update(images.pixels(i));
      each[i] = sha.digest();
    }
    Arrays.sort(each, Arrays::compareUnsigned);
    for (byte[] one : each) {
      sha.update(one);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** MD5 of a file's bytes, as published beside downloads: 32 hexadecimal digits. */
  static String md5(Blob file) {
    return HexFormat.of().formatHex(digest("MD5").digest(file.bytes()));
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
