package io.squeezelab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Family;
import io.squeezelab.trial.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the design that a compiler does not check, held against the sources themselves. */
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java/io/squeezelab");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);

  /** Each package imports only from those before it. */
  private static final List<String> ORDER =
      List.of(
          "spec",
          "cost",
          "engine",
          "layer",
          "attention",
          "backbone",
          "data",
          "train",
          "trial",
          "search",
          "experiment",
          "sweep",
          "results",
          "agenda",
          "analysis",
          "export",
          "chart",
          "report",
          "live",
          "cli",
          "notebook");

  private static final List<String> WITH_ENGINE =
      ORDER.subList(ORDER.indexOf("engine"), ORDER.indexOf("trial") + 1);

  private static final int VARIANT = 60;
  private static final int FILE = 150;
  private static final int EXCEPTION = 200;

  /** Files over {@link #FILE} lines, and why they are one job all the same. */
  private static final Map<String, String> LONG =
      Map.of(
          "spec/Expand.java", "every way to write a value, which fall back on each other",
          "engine/Ops.java", "one safe form of each operation, a list",
          "engine/Weights.java", "one flat array and its views",
          "data/Fetch.java", "a download from its first byte to the renamed folder");

  /** A source file: its path below the root package, and its text. */
  private record Source(String path, String text) {
    String layer() {
      return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    long lines() {
      return text.lines().count();
    }

    List<String> imports() {
      return IMPORT.matcher(text).results().map(found -> found.group(1)).toList();
    }
  }

  private static List<Source> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      List<Source> sources = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String path = MAIN.relativize(file).toString().replace('\\', '/');
        sources.add(new Source(path, Files.readString(file)));
      }
      assertTrue(sources.size() > 100, "the sources are not where this test looks for them");
      return sources;
    }
  }

  /** Imports that break a rule, as {@code file imports class}. */
  private static List<String> breaches(BiPredicate<Source, String> rule) throws IOException {
    List<String> breaches = new ArrayList<>();
    for (Source source : sources()) {
      for (String imported : source.imports()) {
        if (rule.test(source, imported)) {
          breaches.add(source.path() + " imports " + imported);
        }
      }
    }
    return breaches;
  }

  private static String layerOf(String imported) {
    String[] names = imported.split("\\.");
    return imported.startsWith("io.squeezelab.") ? names[2] : "";
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() throws IOException {
    Set<String> layers = sources().stream().map(Source::layer).collect(Collectors.toSet());
    layers.removeAll(ORDER);
    assertEquals(Set.of(), layers);
  }

  @Test
  void importsPointOneWay() throws IOException {
    assertEquals(
        List.of(),
        breaches(
            (source, imported) ->
                ORDER.indexOf(layerOf(imported)) > ORDER.indexOf(source.layer())));
  }

  /** Qualified names in the text would get round the imports. */
  @Test
  void noNamesOfOtherPackagesAreWrittenOutInTheCode() throws IOException {
    Pattern qualified = Pattern.compile("^(?!import|package).*\\bio\\.squeezelab\\.\\w+\\.\\w");
    List<String> breaches = new ArrayList<>();
    for (Source source : sources()) {
      source
          .text()
          .lines()
          .filter(line -> !line.strip().matches("(\\*|//|/\\*).*"))
          .filter(line -> qualified.matcher(line).find())
          .forEach(line -> breaches.add(source.path() + ": " + line.strip()));
    }
    assertEquals(List.of(), breaches);
  }

  @Test
  void theEngineIsKnownDownToTrialAndItsHardwareByNameBelow() throws IOException {
    List<String> mayNameDevices = List.of("sweep", "cli");
    assertEquals(
        List.of(),
        breaches(
            (source, imported) ->
                layerOf(imported).equals("engine")
                    && !WITH_ENGINE.contains(source.layer())
                    && !(imported.equals("io.squeezelab.engine.Hardware")
                        && mayNameDevices.contains(source.layer()))));
  }

  @Test
  void djlIsKnownFromEngineToTrial() throws IOException {
    assertEquals(
        List.of(),
        breaches(
            (source, imported) ->
                imported.startsWith("ai.djl.") && !WITH_ENGINE.contains(source.layer())));
  }

  @Test
  void jacksonIsOwnedByThoseWhoReadAndWriteText() throws IOException {
    Pattern owners = Pattern.compile(".*\\.\\w*(Mapper|Factory|Parser|Generator)");
    List<String> allowed =
        List.of("spec/Trees.java", "spec/TreeReader.java", "spec/Tokens.java", "spec/Direct.java");
    assertEquals(
        List.of(),
        breaches(
            (source, imported) ->
                imported.startsWith("com.fasterxml.jackson.")
                    && owners.matcher(imported).matches()
                    && !imported.endsWith("JsonNodeFactory")
                    && !allowed.contains(source.path())));
  }

  @Test
  void eachLibraryStaysBehindItsFence() throws IOException {
    Map<String, String> fences =
        Map.ofEntries(
            Map.entry("org.jfree.", "chart"),
            Map.entry("org.apache.batik.", "chart"),
            Map.entry("org.apache.pdfbox.", "chart"),
            Map.entry("de.rototor.", "chart"),
            Map.entry("org.apache.commons.math3.", "analysis"),
            Map.entry("org.bytedeco.", "data"),
            Map.entry("io.jenetics.", "search"),
            Map.entry("picocli.", "cli"),
            Map.entry("us.hebi.matlab.", "data"),
            Map.entry("org.duckdb.", "export"),
            Map.entry("com.google.protobuf.", "export"),
            Map.entry("org.mlflow.", "export"));
    assertEquals(
        List.of(),
        breaches(
            (source, imported) ->
                fences.entrySet().stream()
                    .anyMatch(
                        fence ->
                            imported.startsWith(fence.getKey())
                                && !source.layer().equals(fence.getValue()))));
  }

  @Test
  void aVariantFitsOnOnePage() throws IOException {
    List<String> tooLong =
        sources().stream()
            .filter(s -> s.path().matches("attention/(squeeze|excite|gate|apply|inputs|fuse)/.*"))
            .filter(s -> s.lines() >= VARIANT)
            .map(s -> s.path() + ": " + s.lines())
            .toList();
    assertEquals(List.of(), tooLong);
  }

  @Test
  void aFileHasOneJob() throws IOException {
    List<String> tooLong =
        sources().stream()
            .filter(s -> s.lines() > (LONG.containsKey(s.path()) ? EXCEPTION : FILE))
            .map(s -> s.path() + ": " + s.lines())
            .toList();
    assertEquals(List.of(), tooLong);
  }

  @Test
  void noExceptionOutlivesItsReason() throws IOException {
    List<String> shortNow =
        sources().stream()
            .filter(s -> LONG.containsKey(s.path()) && s.lines() <= FILE)
            .map(Source::path)
            .toList();
    assertEquals(List.of(), shortNow);
  }

  /** A new variant is a record and a word in a permits list; no other place knows its name. */
  @Test
  void noCodeChoosesByAVariantsName() throws IOException {
    Set<String> names =
        Families.ALL.stream()
            .flatMap(family -> Family.of(family).variants().keySet().stream())
            .collect(Collectors.toSet());
    Pattern choice = Pattern.compile("(?:case |\\bequals\\()\"([\\w-]+)\"|\"([\\w-]+)\"\\.equals");
    List<String> breaches = new ArrayList<>();
    for (Source source : sources()) {
      Matcher matcher = choice.matcher(source.text());
      while (matcher.find()) {
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (names.contains(name)) {
          breaches.add(source.path() + ": " + matcher.group());
        }
      }
    }
    assertEquals(List.of(), breaches);
  }
}
