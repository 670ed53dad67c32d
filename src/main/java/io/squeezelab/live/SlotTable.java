package io.squeezelab.live;

import io.squeezelab.analysis.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A line a slot, in as many columns as the terminal has: the least important go first. */
final class SlotTable {
  private static final int GAP = 2;
  private static final int LEAST_ARM = 12;

  /**
   * @param worth the higher, the longer it stays when the terminal gets narrow
   */
  private record Column(String heading, int worth, boolean right, Function<Slot.Work, String> of) {}

  private static final Column ARM = new Column("arm", 9, false, work -> Cell.safe(work.arm()));

  private static final List<Column> COLUMNS =
      List.of(
          new Column("trial", 3, false, work -> Cell.safe(work.id())),
          ARM,
          new Column("seed", 7, true, work -> Long.toString(work.seed())),
          new Column("epoch", 8, true, work -> work.epoch() + "/" + work.epochs()),
          new Column("step", 4, true, SlotTable::step),
          new Column("images/s", 6, true, work -> Phrases.speed(work.imagesPerSecond())),
          new Column("since", 5, true, work -> Numbers.duration(work.seconds())));

  private final List<Slot> slots;
  private final List<Column> columns = new ArrayList<>(COLUMNS);

  SlotTable(List<Slot> slots) {
    this.slots = slots;
  }

  private static String step(Slot.Work work) {
    return work.steps() == 0 ? Numbers.UNKNOWN : work.step() + "/" + work.steps();
  }

  /** The heading and a line for each slot. */
  List<String> lines(int width) {
    int room = width - place("slot", Slot::number) - place("device", Slot::device) - 2 * GAP;
    while (columns.size() > 1 && others() + LEAST_ARM > room) {
      columns.remove(columns.stream().min(Comparator.comparingInt(Column::worth)).orElseThrow());
    }
    int arm = Math.max(1, Math.min(widest(ARM), room - others()));
    List<String> lines = new ArrayList<>();
    lines.add(line("slot", "device", null, arm));
    for (Slot slot : slots) {
      lines.add(line(Integer.toString(slot.number()), Cell.safe(slot.device()), slot, arm));
    }
    return lines.stream().map(line -> Cell.cut(line.stripTrailing(), width)).toList();
  }

  private int others() {
    return columns.stream().filter(c -> c != ARM).mapToInt(c -> widest(c) + GAP).sum();
  }

  private int widest(Column column) {
    return slots.stream()
        .filter(slot -> slot.work() != null)
        .mapToInt(slot -> Cell.width(column.of.apply(slot.work())))
        .reduce(Cell.width(column.heading), Math::max);
  }

  private int place(String heading, Function<Slot, ?> what) {
    return slots.stream()
        .mapToInt(slot -> Cell.width(Cell.safe(what.apply(slot).toString())))
        .reduce(heading.length(), Math::max);
  }

  /**
   * @param slot null for the heading
   */
  private String line(String number, String device, Slot slot, int arm) {
    String gap = " ".repeat(GAP);
    StringBuilder line = new StringBuilder(Cell.pad(number, place("slot", Slot::number), true));
    line.append(gap).append(Cell.pad(device, place("device", Slot::device), false));
    if (slot != null && slot.work() == null) {
      return line.append(gap).append("idle").toString();
    }
    for (Column column : columns) {
      String text = slot == null ? column.heading : column.of.apply(slot.work());
      int width = column == ARM ? arm : widest(column);
      line.append(gap).append(Cell.pad(Cell.cut(text, width), width, column.right));
    }
    return line.toString();
  }
}
