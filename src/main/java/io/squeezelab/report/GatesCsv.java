package io.squeezelab.report;

import io.squeezelab.analysis.Excitation;
import io.squeezelab.analysis.Excitation.Depth;
import io.squeezelab.analysis.Profile;
import io.squeezelab.analysis.Profile.Line;
import io.squeezelab.export.Column;
import io.squeezelab.export.Csv;
import java.util.ArrayList;
import java.util.List;

/** Numbers of the charts of gates. */
final class GatesCsv {
  private GatesCsv() {}

  /** A point of a profile. */
  private record Point(Profile profile, Line line, int index) {}

  /** One row a gate of each drawn trial: {@code gates.csv}. */
  static String depths(List<Role> roles) {
    record Row(Role role, Depth depth) {}
    List<Row> rows = new ArrayList<>();
    roles.forEach(role -> role.excitation().depths().forEach(d -> rows.add(new Row(role, d))));
    return new Csv<Row>(
            List.of(
                new Column<>("arm", r -> r.role.trial().arm()),
                new Column<>("seed", r -> r.role.trial().seed()),
                new Column<>("id", r -> r.role.trial().id()),
                new Column<>("split", r -> r.role.split()),
                new Column<>("place", r -> r.depth.place()),
                new Column<>("weights_shape", r -> r.depth.weights()),
                new Column<>("mean", r -> r.depth.mean()),
                new Column<>("sd", r -> r.depth.sd()),
                new Column<>("near_zero_fraction", r -> r.depth.nearZero()),
                new Column<>("near_one_fraction", r -> r.depth.nearOne()),
                new Column<>("entropy_bits", r -> r.depth.entropy()),
                new Column<>("between_classes_sd", r -> r.depth.between()),
                new Column<>("within_class_sd", r -> r.depth.within())))
        .write(rows);
  }

  /** One row a gate, class and channel that a chart of profiles shows. */
  static String profiles(Excitation of) {
    List<Point> rows = new ArrayList<>();
    for (Profile profile : of.profiles()) {
      for (Line line : profile.lines()) {
        for (int i = 0; i < profile.channels().size(); i++) {
          rows.add(new Point(profile, line, i));
        }
      }
    }
    return new Csv<Point>(
            List.of(
                new Column<>("place", p -> p.profile.place()),
                new Column<>("class", p -> p.line.name()),
                new Column<>("images", p -> p.line.images()),
                new Column<>("channel", p -> p.profile.channels().get(p.index)),
                new Column<>("mean", p -> p.line.means().get(p.index)),
                new Column<>("sd", p -> p.line.deviations().get(p.index))))
        .write(rows);
  }
}
