package io.squeezelab.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a trial computes: {@code cpu}, {@code gpu} (the first), {@code gpu:1}. All that differs
 * between processors and graphics cards is in this file.
 */
@Text("cpu, gpu or gpu:N")
public record Hardware(boolean gpu, int index) {
  public static final Hardware CPU = new Hardware(false, 0);

  /** In the environment: number of the one card that a process sees, as its first. */
  private static final String ALONE = "SQUEEZELAB_CARD";

  /** By default cards have the numbers that nvidia-smi gives them. */
  private static final String NUMBERING = "CUDA_DEVICE_ORDER";

  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  public static Hardware parse(String text) {
    String name = text.trim().toLowerCase(Locale.ROOT);
    if (name.equals("cpu")) {
      return CPU;
    }
    if (name.matches("gpu(:\\d{1,3})?")) {
      return new Hardware(true, name.length() > 4 ? Integer.parseInt(name.substring(4)) : 0);
    }
    throw new Problem("", Names.unknown("device", text, List.of("cpu", "gpu", "gpu:0")));
  }

  public Device device() {
    return gpu ? Device.gpu(ordinal(System.getenv())) : Device.cpu();
  }

  /** Number of the card in this process, which may see it alone. */
  int ordinal(Map<String, String> environment) {
    return Integer.toString(index).equals(environment.get(ALONE)) ? 0 : index;
  }

  /**
   * Why the engine that is loaded cannot compute here; empty where it can.
   *
   * @param features what libtorch was built with
   */
  String refusal(Set<String> features) {
    if (!gpu) {
      return "";
    }
    if (!features.contains("CUDA")) {
      return "the native library on the class path was built without CUDA (docs/gpu.md)";
    }
    int count = CudaUtils.getGpuCount();
    return ordinal(System.getenv()) < count
        ? ""
        : "there are " + count + " CUDA devices (0 may mean no libcudart)";
  }

  /** What the loaded native library was built with, such as {@code CUDA} and {@code MKL}. */
  public static Set<String> features() {
    return new TreeSet<>(JniUtils.getFeatures());
  }

  /** Graphics cards that the loaded native library can use. */
  public static int cards() {
    return features().contains("CUDA") ? CudaUtils.getGpuCount() : 0;
  }

  /** Settings that make reruns as equal as the device allows, made once when the engine starts. */
  void settle() {
    if (gpu) {
      JniUtils.setBenchmarkCuDNN(false);
    }
  }

  /** What the environment of a process that computes here must hold before it starts. */
  public Map<String, String> environment() {
    Map<String, String> settings = new HashMap<>();
    settings.put("OPT_OUT_TRACKING", "true");
    settings.put("TORCH_CPP_LOG_LEVEL", "ERROR");
    if (gpu) {
      settings.put("CUBLAS_WORKSPACE_CONFIG", ":4096:8"); // sums in a fixed order
      settings.put(NUMBERING, System.getenv().getOrDefault(NUMBERING, "PCI_BUS_ID"));
      settings.put(ALONE, Integer.toString(index));
      settings.put(VISIBLE, card(System.getenv())); // no memory is taken on any other
    }
    return settings;
  }

  /**
   * What the driver calls this card: its number, or its identifier where the user chose cards by
   * such, with {@code CUDA_VISIBLE_DEVICES}; -1 for none.
   */
  public String card(Map<String, String> environment) {
    String visible = environment.get(VISIBLE);
    if (visible == null || environment.containsKey(ALONE)) {
      return visible == null ? Integer.toString(index) : visible;
    }
    String[] cards = visible.split(",");
    return index < cards.length && !cards[index].isBlank() ? cards[index].trim() : "-1";
  }

  /** Waits until the device has done its work: reading one number of its last result does that. */
  public void await(NDArray last) {
    if (gpu) {
      last.getFloat();
    }
  }

  /** Gives memory that the engine keeps for later back to the device. */
  public void release() {
    if (gpu) {
      JniUtils.emptyCudaCache();
    }
  }

  public static boolean outOfMemory(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
      if (t instanceof OutOfMemoryError
          || message.contains("out of memory")
          || message.contains("can't allocate memory")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return gpu ? "gpu:" + index : "cpu";
  }
}
