package io.squeezelab.trial;

import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import java.util.List;
import java.util.TreeSet;

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
      boolean cuda = JniUtils.getFeatures().contains("CUDA");
      int gpus = cuda ? CudaUtils.getGpuCount() : 0;
      return new Diagnosis(
          Torch.version(),
          JniUtils.getNumThreads(),
          cuda,
          gpus,
          String.join(" ", new TreeSet<>(JniUtils.getFeatures())),
          cuda && gpus == 0
              ? "CUDA natives, but no device: is the driver there, and libcudart?"
              : "");
    } catch (BadInput e) {
      return new Diagnosis("", 0, false, 0, "", e.getMessage());
    }
  }
}
