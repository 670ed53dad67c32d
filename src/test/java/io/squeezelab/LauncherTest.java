package io.squeezelab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, copied to a folder with spaces, with a java and a mvn that say what they got. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  @TempDir private Path temp;
  private Path home;
  private Path programs;

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(temp.toRealPath().resolve("my lab/checkout"));
    programs = Files.createDirectories(temp.resolve("bin"));
    Files.copy(
        Path.of("squeezelab"), home.resolve("squeezelab"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("src/main/A.java"), "class A {}");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    program("java", "printf '[%s]' \"$@\"; pwd");
    program(
        "mvn", "echo built >> '" + temp + "/builds'; mkdir -p target; touch target/squeezelab.jar");
  }

  private void program(String name, String does) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + does + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  /** Runs a launcher; gives its exit code and what it said, first of all on standard output. */
  private String run(int code, Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("JAVA_HOME|SQUEEZELAB_.*"));
    builder.environment().put("PATH", programs + ":/usr/bin:/bin");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertEquals(code, process.waitFor(), out + err);
    return out + err;
  }

  private long builds() throws IOException {
    Path file = temp.resolve("builds");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  @Test
  void buildsOnceAndStaysWhereItWasCalled() throws Exception {
    String first = run(0, home.resolve("squeezelab"), "sweep", "my plan.yaml", "--workers", "2");
    assertTrue(
        first.contains("[io.squeezelab.cli.Main][sweep][my plan.yaml][--workers][2]"), first);
    assertTrue(first.contains("[" + home + "/target/squeezelab.jar:" + home), first);
    assertTrue(first.contains("]" + temp.toRealPath() + "\n"), first);
    assertTrue(first.contains("squeezelab: building"), first);
    String second = run(0, home.resolve("squeezelab"), "plan", "x");
    assertTrue(!second.contains("building"), second);
    assertEquals(1, builds());
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    run(0, home.resolve("squeezelab"), "plan");
    Files.setLastModifiedTime(
        home.resolve("src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));
    run(0, home.resolve("squeezelab"), "plan");
    assertEquals(2, builds());
  }

  @Test
  void worksThroughLinksToIt() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("lab"), home.resolve("squeezelab"));
    Path further = Files.createSymbolicLink(temp.resolve("lab2"), link.getFileName());
    assertTrue(run(0, further, "plan").contains(home + "/target/squeezelab.jar"));
  }

  @Test
  void aBuildThatFailsSaysWhyAndWhereTheRestIs() throws Exception {
    program("mvn", "echo '[ERROR] no such symbol'; exit 1");
    String said = run(2, home.resolve("squeezelab"), "plan");
    assertTrue(said.contains("[ERROR] no such symbol"), said);
    assertTrue(
        said.contains("the build failed; the whole log is " + home + "/target/build.log"), said);
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    program("mvn", "echo unused");
    Files.delete(programs.resolve("java"));
    for (String tool : List.of("bash", "dirname", "readlink", "find", "mkdir", "touch", "rm")) {
      Path usual = Path.of("/usr/bin", tool);
      program(tool, "exec " + (Files.exists(usual) ? usual : Path.of("/bin", tool)) + " \"$@\"");
    }
    assertEquals(
        "squeezelab: needs a JDK 17 or newer: there is no java on the PATH and no JAVA_HOME",
        alone("plan").strip());
    program("java", "echo unused");
    Files.delete(programs.resolve("mvn"));
    assertEquals(
        "squeezelab: needs Maven to build itself: there is no mvn on the PATH",
        alone("plan").strip());
  }

  /** With nothing on the path but this test's programs. */
  private String alone(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(programs.resolve("bash").toString(), home.resolve("squeezelab").toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("JAVA_HOME|SQUEEZELAB_.*"));
    builder.environment().put("PATH", programs.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(2, process.waitFor(), said);
    return said;
  }
}
