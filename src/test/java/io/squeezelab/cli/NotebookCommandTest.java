package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookCommandTest {
  @TempDir private Path folder;

  /** A program that answers as {@code jupyter} does. */
  private Map<String, String> jupyter(String body) throws IOException {
    program("jupyter", body);
    program("python3", "exit 0");
    return Map.of("PATH", folder.toString());
  }

  private void program(String name, String body) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private String missing(Map<String, String> environment) {
    return assertThrows(BadInput.class, () -> Jupyter.find(environment)).getMessage();
  }

  @Test
  void withoutPythonItSaysHowToGetBoth() {
    String said = missing(Map.of("PATH", folder.toString()));
    assertTrue(said.startsWith("there is no python3 on the PATH"), said);
    assertTrue(said.contains("pip install jjava jupyterlab"), said);
  }

  @Test
  void withoutJupyterItSaysHowToInstallIt() throws IOException {
    program("python3", "exit 0");
    String said = missing(Map.of("PATH", folder.toString()));
    assertTrue(said.startsWith("there is no jupyter on the PATH; to install it:"), said);
  }

  @Test
  void withoutJupyterLab() throws IOException {
    String said = missing(jupyter("exit 1"));
    assertTrue(said.endsWith("has no Jupyter Lab; pip install jupyterlab"), said);
  }

  @Test
  void withoutAJavaKernel() throws IOException {
    String kernels = "{\"kernelspecs\": {\"python3\": {\"spec\": {\"language\": \"python\"}}}}";
    String said = missing(jupyter("case $1 in lab) echo 4.6;; *) echo '" + kernels + "';; esac"));
    assertTrue(said.endsWith("has no Java kernel; pip install jjava"), said);
  }

  @Test
  void anyKernelOfJavaWillDo() throws IOException {
    String kernels =
        "{\"kernelspecs\": {\"x\": {\"spec\": {\"language\": \"java\", \"display_name\": \"J\"}}}}";
    var found =
        Jupyter.find(jupyter("case $1 in lab) echo 4.6;; *) echo '" + kernels + "';; esac"));
    assertEquals("J", found.kernel());
    assertEquals("4.6", found.lab());
  }

  @Test
  void kernelsFindThisProgram() {
    var process = new Jupyter(Path.of("jupyter"), "4", "J").process(List.of("lab"));
    String path = process.environment().get("JJAVA_CLASSPATH");
    assertTrue(path.startsWith(Notebooks.jar() + ":"), path);
    assertEquals(path, process.environment().get("IJAVA_CLASSPATH"));
  }

  @Test
  void oursAreFoundByTheirNumbers() {
    Path ours = Path.of("notebooks");
    assertEquals(ours.resolve("03-your-own-squeeze.ipynb"), Notebooks.ours("03", ours));
    assertEquals(ours.resolve("03-your-own-squeeze.ipynb"), Notebooks.ours("3", ours));
  }

  @Test
  void anUnknownOneIsNamedWithThoseThereAre() {
    BadInput thrown =
        assertThrows(BadInput.class, () -> Notebooks.ours("01-quickstrat", Path.of("notebooks")));
    assertTrue(thrown.getMessage().contains("did you mean '01-quickstart'?"), thrown.getMessage());
  }
}
