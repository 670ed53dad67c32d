package io.squeezelab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is asked to end once, and again; it says what it hears. */
@EnabledOnOs(OS.LINUX)
class SignalsTest {
  /** Ends with 3 at the second signal, or after a line on its input with 4. */
  static final class Asked {
    public static void main(String[] none) throws Exception {
      Runnable first = () -> System.out.println("first");
      try (Signals signals = new Signals(first, () -> Runtime.getRuntime().halt(3))) {
        System.out.println("ready");
        System.in.read();
        System.out.println(signals == null ? "" : "over");
      }
      System.exit(4);
    }
  }

  private static Process asked(String... before) throws Exception {
    List<String> command = new ArrayList<>(List.of(before));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Asked.class.getName()));
    return new ProcessBuilder(command).start();
  }

  private static void kill(String signal, Process process) throws Exception {
    String pid = Long.toString(process.pid());
    assertEquals(0, new ProcessBuilder("kill", "-s", signal, pid).start().waitFor());
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void theFirstSignalIsAnsweredAndTheSecondEnds(String signal) throws Exception {
    Process process = asked("env", "--default-signal=INT,HUP,TERM");
    BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream()));
    assertEquals("ready", said.readLine());
    kill(signal, process);
    assertEquals("first", said.readLine());
    kill(signal, process);
    assertEquals(3, process.waitFor());
  }

  /** As nohup starts it. */
  @Test
  void whatIsIgnoredStaysIgnored() throws Exception {
    Process process = asked("sh", "-c", "trap '' HUP; exec \"$@\"", "sh");
    BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream()));
    assertEquals("ready", said.readLine());
    kill("HUP", process);
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    assertEquals("over", said.readLine());
    assertEquals(4, process.waitFor());
  }
}
