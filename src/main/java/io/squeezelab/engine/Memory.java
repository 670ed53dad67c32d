package io.squeezelab.engine;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The memory that this process takes on a device, and the most that it took since a moment.
 *
 * <p>Of the processor it is what Linux reports as resident, whose high-water mark can be set back;
 * other systems do not tell. Of a graphics card it is what is taken on the whole card: the engine
 * keeps what it once had, so what is taken after a step is the most that the step needed.
 */
public final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path REFERENCES = Path.of("/proc/self/clear_refs");
  private static final String SET_BACK = "5"; // the high-water mark: man 5 proc_pid_clear_refs
  private static final int KIB = 1024;

  private final Hardware hardware;

  private Memory(Hardware hardware) {
    this.hardware = hardware;
  }

  public static Memory of(Hardware hardware) {
    return new Memory(hardware);
  }

  /** Bytes taken now, from which moment on the most is kept. */
  public OptionalLong start() {
    if (hardware.gpu()) {
      return OptionalLong.of(CudaUtils.getGpuMemory(hardware.device()).getUsed());
    }
    try {
      Files.writeString(REFERENCES, SET_BACK);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    return resident("VmRSS:");
  }

  /** The most bytes taken since the start. */
  public OptionalLong most() {
    return hardware.gpu() ? start() : resident("VmHWM:");
  }

  private static OptionalLong resident(String field) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
