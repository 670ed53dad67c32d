package io.squeezelab.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of plain numbers, which Java boxes, are read and printed as single numbers are. */
class NumberListTest {
  record Milestones(List<Integer> at, List<Double> factors) {}

  @Test
  void areReadAndPrinted() {
    Milestones read = Bind.inline(Milestones.class, "{at: [3, 9], factors: [0.5, 2]}");
    assertEquals(new Milestones(List.of(3, 9), List.of(.5, 2.)), read);
    assertEquals(read, Bind.read(Milestones.class, Print.tree(read)));
  }

  @Test
  void refuseAFractionByItsPlace() {
    BadInput refused =
        assertThrows(
            BadInput.class, () -> Bind.inline(Milestones.class, "{at: [3, 1.5], factors: []}"));
    assertEquals(
        "'{at: [3, 1.5], factors: []}': at[1]: must be a whole number, is 1.5",
        refused.getMessage());
  }
}
