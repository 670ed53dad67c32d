package io.squeezelab.spec;

import io.squeezelab.cost.Dims;
import java.util.List;

/** A made-up family with every kind of field, for the tests of this package. */
@Named("circle")
sealed interface Shape permits Shape.Circle, Shape.Group, Shape.Box, Shape.Custom {

  /** Two values, one with a name of two words. */
  enum Colour {
    RED,
    DARK_BLUE
  }

  /** Has a default for every field. */
  record Circle(@Default("2") double radius, @Default("red") Colour colour) implements Shape {
    public Circle {
      Check.above("radius", 0, radius);
    }
  }

  /** Shapes within shapes. */
  record Group(List<Shape> of, @Default("null") Shape around) implements Shape {}

  /** Scalars, a text record, a list of numbers; only the name must be written. */
  record Box(
      String name,
      @Default("3x4x5") Dims size,
      @Default("0") int layer,
      @Default("0") long seed,
      @Default("false") boolean lid,
      @Default("[]") List<Integer> holes,
      @Default("big") Shape inside)
      implements Shape {}

  /** The open door. */
  non-sealed interface Custom extends Shape {}
}
