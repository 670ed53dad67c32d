package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where data sets come from.
 *
 * @param folders in which they are looked for, in order; fetched sets go to the first
 * @param readers threads that may read and decode pictures at once; they change no number
 */
public record Shelf(List<Path> folders, int readers) {
  /** Where Debian's packages of data sets put them. */
  private static final Path DEBIAN = Path.of("/usr/share/datasets");

  public Shelf {
    folders = List.copyOf(folders);
    Check.atLeast("readers", 1, readers);
  }

  /** Read by as many threads as there are processors. */
  public Shelf(List<Path> folders) {
    this(folders, Runtime.getRuntime().availableProcessors());
  }

  public Shelf readBy(int threads) {
    return new Shelf(folders, threads);
  }

  /**
   * The folder asked for, the one that the environment's {@code SQUEEZELAB_DATA} names, the user's
   * cache, Debian's.
   *
   * @param given may be null
   */
  public static Shelf of(Path given) {
    return of(given, System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static Shelf of(Path given, Map<String, String> environment, Path home) {
    String named = environment.getOrDefault("SQUEEZELAB_DATA", "");
    return new Shelf(
        Stream.of(
                Optional.ofNullable(given),
                Optional.of(named).filter(n -> !n.isBlank()).map(Path::of),
                Optional.of(home.resolve(".cache/squeezelab/data")),
                Optional.of(DEBIAN))
            .flatMap(Optional::stream)
            .distinct()
            .toList());
  }

  /** The first folder that has all of a set's files. */
  public Optional<Path> find(Source source) {
    return folders.stream()
        .flatMap(folder -> source.folders().stream().map(sub -> folder.resolve(sub)))
        .filter(folder -> source.lacking(folder).isEmpty())
        .findFirst();
  }

  /**
   * {@link #find}, or a {@link BadInput} that says where it looked and how to get the set.
   *
   * @param name the set's, as in files
   */
  public Path require(String name, Source source) {
    return find(source).orElseThrow(() -> new BadInput(missing(name, source)));
  }

  private String missing(String name, Source source) {
    List<String> lines = new ArrayList<>();
    lines.add(name + " is missing; looked for " + String.join(", ", source.files()) + " in");
    folders.forEach(folder -> lines.addAll(looked(folder, source)));
    lines.add("get it with: squeezelab data fetch " + name);
    if (!source.otherwise().isEmpty()) {
      lines.add("or " + source.otherwise());
    }
    String official =
        source.downloads().stream().map(Source.Download::url).collect(Collectors.joining(" "));
    lines.add("or by hand, into one of these folders, from " + official);
    return String.join("\n", lines);
  }

  private static List<String> looked(Path folder, Source source) {
    if (!Files.isDirectory(folder)) {
      return List.of("  " + folder + " (no such folder)");
    }
    return source.folders().stream()
        .map(folder::resolve)
        .map(place -> "  " + place + " (" + lack(place, source) + ")")
        .toList();
  }

  private static String lack(Path place, Source source) {
    if (!Files.isDirectory(place)) {
      return "no such folder";
    }
    List<String> lacking = source.lacking(place);
    boolean all = lacking.size() == source.files().size();
    return all ? "none of them" : "lacks " + String.join(", ", lacking);
  }
}
