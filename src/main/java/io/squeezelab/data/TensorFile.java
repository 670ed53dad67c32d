package io.squeezelab.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A safetensors file whose header has been read, and whose tensors are read one by one, so that a
 * large file need not fit into memory as a whole.
 */
public final class TensorFile {
  private static final int CHUNK = 1 << 20;

  private final Bytes bytes;
  private final TensorHeader header;

  private TensorFile(Bytes bytes) {
    this.bytes = bytes;
    this.header = TensorHeader.read(bytes);
  }

  /**
   * @throws BadInput if the file is not there, or is no whole safetensors file
   */
  public static TensorFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInput(Files.exists(path) ? path + " is no file" : "no such file: " + path);
    }
    try {
      return new TensorFile(Bytes.of(path));
    } catch (IOException e) {
      throw new BadInput("cannot read " + path + ": " + e, e);
    }
  }

  static TensorFile of(String name, byte[] bytes) {
    return new TensorFile(Bytes.of(name, bytes));
  }

  /** Shapes by name, in the order of the header. */
  public Map<String, List<Long>> shapes() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    header.tensors().forEach((name, one) -> shapes.put(name, one.sizes()));
    return shapes;
  }

  /** What somebody wrote beside the tensors; empty where there is no such entry. */
  public String metadata(String key) {
    return header.metadata().path(key).asText("");
  }

  public Tensor read(String name) {
    TensorHeader.Place place = header.tensors().get(name);
    ByteBuffer numbers = bytes.part(place.from(), Math.toIntExact(place.length()));
    return new Tensor(place.type().floats(numbers), place.shape());
  }

  /** Some of the numbers of a tensor. */
  public float[] read(String name, int from, int count) {
    TensorHeader.Place place = header.tensors().get(name);
    int width = place.type().width;
    long start = place.from() + (long) width * from;
    return place.type().floats(bytes.part(start, Math.multiplyExact(width, count)));
  }

  /** Whether it was written with a checksum, and is as it was then. */
  public boolean intact() {
    return Seal.holds(bytes, header);
  }

  /** All tensors, in the order of the header. */
  public Map<String, Tensor> readAll() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    header.tensors().keySet().forEach(name -> tensors.put(name, read(name)));
    return tensors;
  }

  /**
   * What the tensors are: SHA-256 in hex of name, type, shape and SHA-256 of the numbers of each,
   * by name. Neither the file's path nor its metadata nor the order of its tensors counts.
   */
  public String content() {
    Map<String, TensorHeader.Place> sorted = new TreeMap<>(header.tensors());
    MessageDigest all = sha256();
    sorted.entrySet().parallelStream()
        .map(one -> one.getKey() + one.getValue().type() + one.getValue().sizes() + hash(one))
        .toList() // in the order of the names, whichever was read first
        .forEach(line -> all.update((line + "\n").getBytes(UTF_8)));
    return HexFormat.of().formatHex(all.digest());
  }

  private String hash(Map.Entry<String, TensorHeader.Place> one) {
    TensorHeader.Place place = one.getValue();
    MessageDigest digest = sha256();
    for (long at = 0; at < place.length(); at += CHUNK) {
      int some = (int) Math.min(CHUNK, place.length() - at);
      digest.update(bytes.part(place.from() + at, some));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
