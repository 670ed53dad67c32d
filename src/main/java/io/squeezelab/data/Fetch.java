package io.squeezelab.data;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gets a set's official files. Files count as official by their published checksum, or, where
 * somebody packed them again, by the {@link Fingerprint} of their images. Nothing else is kept:
 * files move to their place only when all of them are there and official.
 */
public final class Fetch {
  private final String name;
  private final Data data;
  private final Source source;
  private final Progress progress;

  /** Is told how many bytes of a file were copied, out of how many (-1 where not known). */
  public interface Progress {
    void copied(String file, long done, long total);
  }

  /**
   * @param data a set with a {@link Data#source source} that has downloads
   */
  public Fetch(String name, Data data, Progress progress) {
    this.name = name;
    this.data = data;
    this.source = data.source().orElseThrow();
    this.progress = progress;
  }

  /**
   * Gets the set unless {@code shelf} has it.
   *
   * @param shelf the folder to put it in, created if missing
   * @param from null for the official place; otherwise a file, a folder, or a URL of either: a
   *     folder's ends in a slash
   * @return the folder with the files
   */
  public Path into(Path shelf, String from) {
    Path target = shelf.resolve(source.folders().get(0));
    if (source.lacking(target).isEmpty()) {
      return target;
    }
    try {
      Files.createDirectories(shelf);
      Path draft = Files.createTempDirectory(shelf, ".fetch-");
      draft.toFile().deleteOnExit();
      try {
        get(draft, from);
        publish(draft, target);
      } finally {
        delete(draft);
      }
    } catch (IOException e) {
      throw new BadInput("cannot write to " + shelf + ": " + e, e);
    }
    return target;
  }

  private void get(Path draft, String from) throws IOException {
    boolean several = source.downloads().size() > 1;
    List<String> unofficial = new ArrayList<>();
    for (Source.Download download : source.downloads()) {
      URI origin = from == null ? URI.create(download.url()) : mirror(from, several, download);
      Path file = draft.resolve(download.file());
      file.toFile().deleteOnExit(); // where a signal ends the program in the middle
      String md5 = copy(origin, file, from == null);
      if (!md5.equals(download.md5())) {
        unofficial.add(origin + " has the MD5 " + md5 + ", published is " + download.md5());
      }
    }
    try {
      unpack(draft);
      if (!unofficial.isEmpty()) {
        checkImages(draft);
      }
    } catch (BadInput e) {
      String folder = draft + draft.getFileSystem().getSeparator();
      unofficial.add("nothing was kept: " + e.getMessage().replace(folder, ""));
      throw new BadInput(String.join("\n", unofficial), e);
    }
  }

  private void unpack(Path draft) throws IOException {
    for (Source.Download download : source.downloads()) {
      if (download.file().endsWith(".tar.gz")) {
        Tar.extract(draft.resolve(download.file()), source.files(), draft);
      }
    }
  }

  private static URI mirror(String from, boolean several, Source.Download download) {
    URI base = Transfer.uri(from);
    boolean local = "file".equals(base.getScheme());
    boolean slash = base.toString().endsWith("/");
    boolean folder = several || slash || local && Files.isDirectory(Path.of(base));
    return folder ? URI.create(base + (slash ? "" : "/") + download.file()) : base;
  }

  private String copy(URI origin, Path to, boolean official) {
    try {
      return Transfer.copy(origin, to, progress);
    } catch (BadInput e) {
      throw official ? new BadInput(e.getMessage() + "\n" + byHand(), e) : e;
    }
  }

  private String byHand() {
    List<String> lines = new ArrayList<>();
    lines.add("by hand: on a machine that can, download");
    source.downloads().forEach(download -> lines.add("  " + download.url()));
    String what = source.downloads().size() > 1 ? "FOLDER" : "FILE";
    lines.add("and run: squeezelab data fetch " + name + " --from " + what);
    if (!source.otherwise().isEmpty()) {
      lines.add("or " + source.otherwise());
    }
    return String.join("\n", lines);
  }

  private void checkImages(Path draft) {
    if (source.fingerprints().isEmpty() && !source.downloaded(draft)) {
      throw new BadInput("no fingerprint of its images is known that other files could have");
    }
    Shelf shelf = new Shelf(List.of(draft));
    for (Map.Entry<Data.Split, String> official : source.fingerprints().entrySet()) {
      if (!Fingerprint.of(data.load(official.getKey(), shelf)).equals(official.getValue())) {
        String split = Names.kebab(official.getKey().name());
        throw new BadInput("the images of the " + split + " split are not the official ones");
      }
    }
  }

  private void publish(Path draft, Path target) throws IOException {
    Files.createDirectories(target);
    for (String file : source.files()) {
      Path got = source.file(draft, file).orElseThrow();
      Files.move(got, target.resolve(got.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
