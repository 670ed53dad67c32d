package io.squeezelab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.trial.Outcome.Ending;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said of a worker that died. */
class ObituaryTest {
  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  private static Recent said(String... lines) {
    Recent recent = new Recent();
    List.of(lines).forEach(recent::add);
    return recent;
  }

  private static Obituary of(int code, OptionalLong before, OptionalLong after) {
    return Obituary.of(code, said(), before, after);
  }

  @Test
  void aKillThatTheKernelCountedWasForWantOfMemory() {
    Obituary byKernel = of(137, OptionalLong.of(4), OptionalLong.of(5));
    assertEquals(Ending.OUT_OF_MEMORY, byKernel.ending());
    assertEquals(
        "the worker process ended with exit code 137 (signal 9); the kernel ended a process for"
            + " want of memory at that time",
        byKernel.reason());
  }

  @Test
  void aKillThatTheKernelDidNotCountWasSomebodyElses() {
    Obituary killed = of(137, OptionalLong.of(4), OptionalLong.of(4));
    assertEquals(Ending.FAILED, killed.ending());
    assertEquals("the worker process ended with exit code 137 (signal 9)", killed.reason());
  }

  @Test
  void whereNobodyCountsAKillIsAFailureAndMemoryAGuess() {
    Obituary killed = of(137, UNKNOWN, UNKNOWN);
    assertEquals(Ending.FAILED, killed.ending());
    assertTrue(killed.reason().endsWith("; perhaps the system ran out of memory"));
  }

  @Test
  void theCountIsALineOfItsOwn() {
    List<String> events = List.of("oom 9", "oom_kill 3", "oom_group_kill 1");
    assertEquals(OptionalLong.of(3), KernelKills.count(events));
    assertEquals(UNKNOWN, KernelKills.count(List.of("oom 9")));
  }

  @Test
  void theLastThreeLinesAreTold() {
    assertEquals("; it last said: b / c / d", said("a", "b", "c", "d").toString());
    assertEquals("", said().toString());
  }

  /** As PyTorch prints it in every process, behind what matters or alone. */
  @Test
  void whatEveryWorkerSaysIsNoLastWord() {
    String usual =
        "[W1122 18:35:49.966016831 LegacyTypeDispatch.h:74] Warning: AutoNonVariableTypeMode is"
            + " deprecated and will be removed in 1.10 release. (function operator())";
    assertEquals("", said(usual).toString());
    assertEquals("; it last said: no room / bye", said("no room", usual, "bye").toString());
  }

  /** As HotSpot prints it. */
  @Test
  void ofACrashReportTheBeginningIsTold() {
    Recent said =
        said(
            "before",
            "#",
            "# A fatal error has been detected by the Java Runtime Environment:",
            "#",
            "#  SIGSEGV (0xb) at pc=0x00007f, pid=4, tid=5",
            "#",
            "# JRE version: 17",
            "# Java VM: made",
            "END.");
    assertEquals(
        "; it last said: A fatal error has been detected by the Java Runtime Environment: /"
            + " SIGSEGV (0xb) at pc=0x00007f, pid=4, tid=5 / JRE version: 17",
        said.toString());
  }

  @Test
  void aJavaRuntimeThatGotNoMemoryHasRunOutOfIt() {
    Recent said =
        said(
            "# There is insufficient memory for the Java Runtime Environment to continue.",
            "# Native memory allocation (mmap) failed to map 1048576 bytes");
    assertEquals(Ending.OUT_OF_MEMORY, Obituary.of(1, said, UNKNOWN, UNKNOWN).ending());
  }
}
