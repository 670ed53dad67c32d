package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Document;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The field {@code extends}: other files that an experiment is laid on, and those that they are
 * laid on in their turn. Of several the later ones count more, and the file itself most.
 */
final class Extends {
  static final String FIELD = "extends";

  private static final int MOST_FILES = 50;

  private final List<Path> chain = new ArrayList<>();
  private int files;

  private Extends() {}

  /** The file with all that it extends, and without the field. */
  static Document whole(Document own) {
    return own.root().has(FIELD) ? new Extends().resolved(own) : own;
  }

  private Document resolved(Document own) {
    if (!own.root().has(FIELD)) {
      return own;
    }
    JsonNode given = own.root().get(FIELD);
    chain.add(place(own));
    Document base = null;
    boolean several = given.isArray() && !given.isEmpty();
    for (int i = 0; i < Math.max(1, given.size()); i++) {
      String where = several ? FIELD + "[" + i + "]" : FIELD;
      Document next = resolved(named(own, several ? given.get(i) : given, where));
      base = base == null ? next : next.over(base);
    }
    chain.remove(chain.size() - 1);
    Document whole = own.over(base);
    ((ObjectNode) whole.root()).remove(FIELD);
    return whole;
  }

  private static Path place(Document document) {
    return Path.of(document.name()).toAbsolutePath().normalize();
  }

  private Document named(Document by, JsonNode given, String where) {
    if (!given.isTextual() || given.textValue().isBlank()) {
      String is = Trees.print(by.root().get(FIELD));
      throw wrong(by, where, "must be the path of a file, or a list of such; is " + is);
    }
    Path file = file(by, given.textValue(), where);
    if (chain.contains(file)) {
      String circle =
          chain.subList(chain.indexOf(file), chain.size()).stream()
              .map(one -> one.getFileName() + " extends ")
              .collect(Collectors.joining());
      throw wrong(by, where, "goes round in a circle: " + circle + file.getFileName());
    }
    if (++files > MOST_FILES) {
      throw wrong(by, where, "more than " + MOST_FILES + " files are extended");
    }
    return fragment(by, where, file);
  }

  private static Path file(Document by, String path, String where) {
    try {
      return by.folder(where).resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw wrong(by, where, "'" + path + "' is no path: " + e.getReason());
    }
  }

  /** A part of an experiment; it may lack what the whole needs. */
  private static Document fragment(Document by, String where, Path file) {
    Document base;
    Path shown = shown(file);
    try {
      base = Document.read(shown);
    } catch (BadInput unreadable) {
      boolean inside = unreadable.getMessage().startsWith(shown + ":");
      throw inside ? unreadable : wrong(by, where, unreadable.getMessage());
    }
    if (!base.root().isObject()) {
      throw wrong(by, where, shown + " has no fields");
    }
    ((ObjectNode) base.root()).remove("name"); // two experiments would share a results folder
    return base;
  }

  /** As somebody in the working folder would name it. */
  private static Path shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static BadInput wrong(Document by, String where, String what) {
    return by.explain(new Problem(where, what));
  }
}
