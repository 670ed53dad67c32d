package io.squeezelab.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import java.util.List;

/**
 * What the engine of this machine can do.
 *
 * @param engine its version, or empty where it does not start
 * @param threads that an operation may use unless a trial says otherwise
 * @param cuda whether the native library was built with CUDA
 * @param gpus devices that it can use
 * @param trouble what is wrong and how to mend it; empty where nothing is
 */
public record Diagnosis(
    String engine, int threads, boolean cuda, int gpus, String library, String trouble) {

  /**
   * @throws BadInput if the device is not there
   */
  public void require(Hardware hardware) {
    if (!trouble.isEmpty()) {
      throw new BadInput("device " + hardware + " cannot be used: " + trouble);
    }
    if (hardware.gpu() && hardware.index() >= gpus) {
      String why =
          cuda
              ? "there are " + gpus + " CUDA devices"
              : "the native library on the class path was built without CUDA (docs/gpu.md)";
      throw new BadInput("device " + hardware + " cannot be used: " + why);
    }
  }

  public static Diagnosis read(JsonNode tree) {
    return Bind.read(Diagnosis.class, tree);
  }

  /** Of an engine that took its process with it. */
  public static Diagnosis died(int code, List<String> lastWords) {
    String said = String.join(" / ", lastWords);
    String trouble =
        "the engine's process ended with exit code "
            + code
            + (said.isEmpty() ? "" : ", saying: " + said)
            + "; a native library and a JNI of different versions do that (docs/gpu.md)";
    return new Diagnosis("", 0, false, 0, "", trouble);
  }

  /** Starts the engine and asks it. */
  public static Diagnosis of() {
    try {
      Torch.start(Hardware.CPU, 1);
      boolean cuda = Hardware.features().contains("CUDA");
      int gpus = Hardware.cards();
      return new Diagnosis(
          Torch.version(),
          Torch.threads(),
          cuda,
          gpus,
          String.join(" ", Hardware.features()),
          cuda && gpus == 0
              ? "CUDA natives, but no device: is the driver there, and libcudart?"
              : "");
    } catch (BadInput e) {
      return new Diagnosis("", 0, false, 0, "", e.getMessage());
    }
  }
}
