package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * A YAML (or JSON) text as a tree that remembers where each field stands, so that a {@link Problem}
 * can be shown to its author. Its fields may come from several files.
 */
public final class Document {
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_MESSAGE = 4000;
  private static final int MOST_VALUES = 100_000;

  private final String name;
  private final JsonNode root;
  private final Mark top;

  Document(String name, JsonNode root, Mark top) {
    this.name = name;
    this.root = root;
    this.top = top;
  }

  /** Reads what a person has written; no such file has a megabyte. */
  public static Document read(Path file) {
    return parse(file.toString(), SourceText.read(file, MOST_BYTES), MOST_VALUES);
  }

  /** Reads what this program has written, of any size. */
  public static Document readOwn(Path file) {
    int most = Integer.MAX_VALUE;
    return parse(file.toString(), SourceText.read(file, most), most);
  }

  /**
   * @param name what to call the text in messages; empty for a text given on the command line
   */
  public static Document parse(String name, String text) {
    return parse(name, text, MOST_VALUES);
  }

  private static Document parse(String name, String text, int most) {
    TreeReader.Read read = TreeReader.read(name, text, most);
    return new Document(name, read.root(), read.top());
  }

  public JsonNode root() {
    return root;
  }

  public String name() {
    return name;
  }

  /**
   * This one laid on another: what it says counts, what it leaves out is the other's. Objects are
   * laid on objects field by field, unless it names another {@code type} or {@code preset}; lists
   * and single values replace. {@code null} takes out a field that the other has.
   */
  public Document over(Document other) {
    Mark mark = new Mark(top.file(), top.line());
    JsonNode both = Overlay.of(root, top, other.root, other.top, mark);
    return new Document(name, both, mark);
  }

  /** The problem as a message with file, line and field. */
  public BadInput explain(Problem problem) {
    String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
    String what = field + problem.getMessage();
    boolean shown = what.length() <= LONGEST_MESSAGE;
    String message = shown ? what : what.substring(0, LONGEST_MESSAGE) + " …";
    return new BadInput(top.at(problem.path()) + message, problem);
  }

  /** Where what is at this path stands: {@code a.yaml:3}. */
  public String place(String path) {
    return top.at(path).toString().replaceFirst(": $", "");
  }

  /** Of the file that says what stands at this path: where the paths that it says start. */
  public Path folder(String path) {
    return Path.of(top.at(path).file()).toAbsolutePath().normalize().getParent();
  }
}
