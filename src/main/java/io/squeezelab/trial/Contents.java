package io.squeezelab.trial;

import io.squeezelab.data.TensorFile;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What weight files hold, read once for all the arms and trials that start from one. */
final class Contents {
  private record State(Path file, long size, FileTime changed) {}

  private static final Map<State, String> KNOWN = new ConcurrentHashMap<>();

  private Contents() {}

  /**
   * @throws BadInput if the file is not there, or is no safetensors file
   */
  static String of(Path file) {
    TensorFile tensors = TensorFile.open(file);
    try {
      State now = new State(file, Files.size(file), Files.getLastModifiedTime(file));
      return KNOWN.computeIfAbsent(now, state -> tensors.content());
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + e, e);
    }
  }
}
