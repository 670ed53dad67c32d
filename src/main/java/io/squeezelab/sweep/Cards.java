package io.squeezelab.sweep;

import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Room;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The graphics cards of this machine, as their driver tells of them.
 *
 * @param lines number, identifier and memory in MiB of each: {@code 0, GPU-4f2c…, 143771}
 */
public record Cards(List<String> lines) {
  private static final List<String> QUESTION =
      List.of("nvidia-smi", "--query-gpu=index,uuid,memory.total", "--format=csv,noheader,nounits");

  private static final long MIB = 1 << 20;

  /**
   * Asks the driver.
   *
   * @throws BadInput if it does not answer
   */
  public static Cards ask() {
    try {
      Process driver = new ProcessBuilder(QUESTION).redirectErrorStream(true).start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8))) {
        return new Cards(said.lines().toList());
      }
    } catch (IOException e) {
      throw new BadInput("nvidia-smi, which tells the memory of cards, does not run: " + e, e);
    }
  }

  /** Memory of a card in bytes, used or not. */
  long bytes(Hardware card, Map<String, String> environment) {
    String name = card.card(environment);
    for (String line : lines) {
      String[] parts = line.split(",\\s*");
      if (parts.length == 3 && (parts[0].equals(name) || parts[1].startsWith(name))) {
        return Long.parseLong(parts[2].trim()) * MIB;
      }
    }
    throw new BadInput(
        "nvidia-smi does not tell the memory of "
            + card
            + "; it says: "
            + String.join(" / ", lines));
  }

  /**
   * A device for each slot, cards in turn, as many on each as its memory holds.
   *
   * @param each memory that one trial may take
   */
  public List<Hardware> slots(List<Hardware> cards, Room each, Map<String, String> environment) {
    List<Hardware> slots = new ArrayList<>();
    for (int round = 0, before = -1; before < slots.size(); round++) {
      before = slots.size();
      for (Hardware card : cards) {
        long memory = bytes(card, environment);
        Check.that(each.bytes() <= memory, "", tooMuch(card, memory, each));
        if (memory / each.bytes() > round) {
          slots.add(card);
        }
      }
    }
    return slots;
  }

  private static String tooMuch(Hardware card, long memory, Room each) {
    return String.format(
        Locale.ROOT, "must fit on %s, which has %d MiB; is %s", card, memory / MIB, each);
  }
}
