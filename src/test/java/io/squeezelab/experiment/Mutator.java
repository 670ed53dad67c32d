package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Seeds;
import io.squeezelab.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Makes wrong experiment files of right ones, always the same for a seed. */
final class Mutator {
  private static final Pattern TOKENS = Pattern.compile("[\\w.+-]+|\\s+|.", Pattern.DOTALL);
  private static final List<String> NASTY =
      List.of(
          "1e999 -1 0 -0 0x10 010 1_000 9223372036854775807 99999999999999999999 2147483648 1e-320",
          ".inf .nan NaN Infinity 65537 1000000007 0.5 yes no on null ~ true false '' \"\" '\\0'",
          "!!java.net.URL !!binary &a *a <<: [ ] { } : , - ? | > % @ ` # --- ... \t \r \u0000",
          "\uFEFF \u2028 \ud83d\ude00 type preset of extends axes arms seeds search budget run",
          "trial baseline match free params macs include exclude constraints when none all se cbam",
          "avg grid random evolution asha halving factorial one-factor leave-one-out +2% <= == a.b",
          "attention.of[0].gate [0] $1 \\ ../.. ((((a+)+)+)+ 2026-01-01 10m 0s -5% 28.1M every");

  private final SplittableRandom random;
  private final List<String> corpus;
  private final List<JsonNode> trees;
  private final List<String> words = new ArrayList<>();

  /**
   * @param corpus smaller files first
   */
  Mutator(long seed, List<String> corpus) {
    this.random = Seeds.random(seed, "mutations");
    this.corpus = corpus;
    this.trees = corpus.stream().map(Trees::yaml).toList();
    NASTY.forEach(line -> words.addAll(List.of(line.split(" "))));
  }

  private int below(int bound) {
    return Seeds.below(bound, random);
  }

  private <T> T any(List<T> list) {
    return list.get(below(list.size()));
  }

  byte[] next() {
    int which = Math.min(below(corpus.size()), below(corpus.size())); // smaller ones are quicker
    return switch (below(4)) {
      case 0 -> bytes(corpus.get(which));
      case 1 -> tokens(corpus.get(which)).getBytes(StandardCharsets.UTF_8);
      case 2 -> lines(corpus.get(which)).getBytes(StandardCharsets.UTF_8);
      default -> {
        JsonNode tree = trees.get(which).deepCopy();
        for (int i = 1 + below(3); i > 0; i--) {
          change(tree);
        }
        yield Trees.printYaml(tree).getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  private byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 1 + below(8); i > 0; i--) {
      bytes[below(bytes.length)] = (byte) below(256);
    }
    return bytes;
  }

  private String tokens(String text) {
    List<String> tokens = new ArrayList<>();
    TOKENS.matcher(text).results().forEach(found -> tokens.add(found.group()));
    for (int i = 1 + below(4); i > 0; i--) {
      int at = below(tokens.size());
      switch (below(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, any(words));
        case 2 -> tokens.set(at, any(words));
        case 3 -> tokens.set(at, any(tokens));
        default -> tokens.add(at, tokens.get(at).repeat(1 << below(10)));
      }
    }
    return String.join("", tokens);
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = below(lines.size());
    switch (below(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, any(lines));
      case 2 -> lines.set(at, " ".repeat(below(9)) + lines.get(at).strip());
      default -> lines.add(at, any(any(corpus).lines().toList()));
    }
    return String.join("\n", lines);
  }

  /** Puts something else in one place of a tree: a part of any file, a nasty word, nothing. */
  private void change(JsonNode tree) {
    JsonNode holder = place(tree);
    JsonNode value =
        below(3) == 0
            ? Trees.object().put("x", any(words)).get("x")
            : below(2) == 0 ? number() : place(any(trees)).deepCopy();
    if (holder instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = any(names);
      JsonNode old = object.get(name);
      switch (below(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(any(words), old);
        case 2 -> object.set(name, Trees.list().add(old).add(value));
        default -> object.set(name, value);
      }
    } else if (holder instanceof ArrayNode list && !list.isEmpty()) {
      if (below(2) == 0) {
        list.add(value);
      } else {
        list.set(below(list.size()), value);
      }
    }
  }

  private JsonNode number() {
    return switch (below(4)) {
      case 0 -> Trees.object().put("n", random.nextLong()).get("n");
      case 1 -> Trees.object().put("n", below(100_000)).get("n");
      case 2 -> Trees.object().put("n", -below(10)).get("n");
      default -> Trees.object().put("n", Double.longBitsToDouble(random.nextLong())).get("n");
    };
  }

  /** An object or list, at any depth. */
  private JsonNode place(JsonNode tree) {
    List<JsonNode> inner = new ArrayList<>();
    tree.forEach(one -> inner.add(one));
    inner.removeIf(one -> !one.isContainerNode());
    return inner.isEmpty() || below(4) == 0 ? tree : place(any(inner));
  }
}
