package io.squeezelab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.Trees;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A squeeze from a project of its own: compiled, put in a jar, and used by its name. */
class OwnVariantTest {
  private static final Path PROJECT = Path.of("src/test/external/midrange");
  private static final String HERE = System.getProperty("java.class.path");

  @TempDir private static Path temp;
  private static Path jar;

  /** What Maven makes of the project, without Maven: tests need no network. */
  @BeforeAll
  static void build() throws IOException {
    Path classes = Files.createDirectories(temp.resolve("classes"));
    // Leptonica's manifest names a jar by a name that it has in no repository: a warning of "path".
    List<String> arguments =
        new ArrayList<>(List.of("-Xlint:all,-path", "-Werror", "--release", "17", "-proc:none"));
    arguments.addAll(List.of("-cp", HERE, "-d", classes.toString()));
    files(PROJECT.resolve("src/main/java")).forEach(file -> arguments.add(file.toString()));
    String[] all = arguments.toArray(String[]::new);
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, all));
    jar = temp.resolve("midrange.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path folder : List.of(classes, PROJECT.resolve("src/main/resources"))) {
        for (Path file : files(folder)) {
          String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
          entries.putNextEntry(new JarEntry(name));
          Files.copy(file, entries);
          entries.closeEntry();
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** In a process of its own, with the jar on its class path. */
  private static Shown run(String... arguments) throws Exception {
    ProcessBuilder builder = Shown.process(List.of(), List.of(), arguments);
    builder
        .command()
        .replaceAll(word -> word.equals(HERE) ? HERE + File.pathSeparator + jar : word);
    return Shown.of(builder.start());
  }

  @Test
  void theCatalogueHasIt() throws Exception {
    Shown shown = run("catalogue", "--json");
    assertEquals("", shown.err());
    JsonNode midrange =
        StreamSupport.stream(Trees.json(shown.out()).spliterator(), false)
            .filter(entry -> entry.get("name").asText().equals("midrange"))
            .findFirst()
            .orElseThrow();
    assertEquals("squeeze", midrange.get("family").asText());
    assertEquals("this example", midrange.get("from").asText());
    assertEquals("channel", midrange.at("/fields/0/default").asText());
    assertEquals(Trees.json("[64,1,1]"), midrange.at("/example/descriptor"));
  }

  /** Two reads of 8·4·4 numbers to squeeze, one to apply the weights. */
  @Test
  void itIsDescribedLikeAnyOther() throws Exception {
    Shown shown =
        run(
            "describe",
            "{squeeze: midrange, excite: identity}",
            "--channels",
            "8",
            "--size",
            "4x4");
    assertEquals("", shown.err());
    assertTrue(shown.out().contains("0 parameters, 0 MACs, 0 activations, 384 reads"), shown.out());
    Shown wrong = run("describe", "{squeeze: midrang}", "--channels", "8");
    assertTrue(wrong.err().contains("did you mean 'midrange'?"), wrong.err());
  }

  /** Of 1, 2, 9 it is 5; without sigmoid each number is multiplied by it. */
  @Test
  @Tag("engine")
  void itComputes() throws Exception {
    Path x = temp.resolve("x.safetensors");
    Path y = temp.resolve("y.safetensors");
    Safetensors.write(x, Map.of("x", new Tensor(new float[] {1, 2, 9}, 1, 1, 1, 3)));
    String module = "{squeeze: midrange, excite: identity, gate: identity}";
    Shown shown = run("apply", module, "--input", x.toString(), "--output", y.toString());
    assertEquals("", shown.err());
    assertArrayEquals(new float[] {5, 10, 45}, Safetensors.read(y).get("y").numbers());
  }

  /** The coordinates in its pom are those of this project. */
  @Test
  void itsPomAsksForThisVersion() throws IOException {
    assertEquals(
        coordinates(Files.readString(Path.of("pom.xml"))),
        coordinates(Files.readString(PROJECT.resolve("pom.xml"))));
  }

  private static String coordinates(String pom) {
    Matcher found =
        Pattern.compile(
                "<groupId>io.squeezelab</groupId>\\s*<artifactId>squeezelab</artifactId>"
                    + "\\s*<version>([^<]+)</version>")
            .matcher(pom);
    assertTrue(found.find());
    return found.group(1);
  }

  /** A cell of a notebook is a snippet of the Java shell. */
  @Test
  void aCellMayRegisterOne() throws Exception {
    Path cells = temp.resolve("cells.jsh");
    Files.writeString(
        cells,
        """
        import io.squeezelab.attention.*;
        import io.squeezelab.attention.squeeze.*;
        import io.squeezelab.cost.*;
        import io.squeezelab.engine.*;
        import io.squeezelab.layer.*;
        import io.squeezelab.spec.*;
        record Corner(@Default("channel") Keep keep) implements Squeeze.Custom {
          public Layer block(Scope scope, Dims map) { return new Avg(keep).block(scope, map); }
        }
        Family.of(Squeeze.class).register(Corner.class);
        System.out.println(Bind.inline(Attention.class, "{squeeze: corner}"));
        System.out.println(Bind.inline(Attention.class, "{squeeze: corner}").cost(new Dims(16, 4, 4)));
        /exit
        """,
        UTF_8);
    String jshell = Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
    Process process =
        new ProcessBuilder(jshell, "--class-path", HERE, "-s", cells.toString()).start();
    process.getOutputStream().close();
    Shown shown = Shown.of(process);
    assertTrue(shown.out().contains("squeeze=Corner[keep=CHANNEL]"), shown.out() + shown.err());
    assertTrue(shown.out().contains("Cost[params=32, buffers=0, macs=32,"), shown.out());
  }
}
