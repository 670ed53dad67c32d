package io.squeezelab.export;

import io.squeezelab.results.Result;
import java.nio.file.Path;

/** Event files for TensorBoard, one a trial: {@code <arm>/seed-<seed>} in a folder. */
public record TensorBoard(Path folder) implements Sink {
  @Override
  public String name() {
    return "TensorBoard " + folder;
  }

  @Override
  public void put(Result result) {
    throw new UnsupportedOperationException("not yet");
  }
}
