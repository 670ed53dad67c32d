package io.squeezelab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the page under a heading of its own, which the table of contents names.
 *
 * @param id of its heading; {@code section-ID.html} is its template
 * @param when name of the value that says whether there is anything to show; empty for always
 */
record Section(String id, String heading, String when) {
  /** In the order of the page. */
  private static final List<Section> ALL =
      List.of(
          new Section("claims", "Claims", "has-claims"),
          new Section("beside", "Beside the publication", "has-beside"),
          new Section("results", "Results", ""),
          new Section("comparisons", "Against the baseline", "compared"),
          new Section("factors", "What each factor contributes", "has-factors"),
          new Section("charts", "Figures", ""),
          new Section("cost", "Accuracy for its cost", "has-cost"),
          new Section("gates", "Role of the excitation", "has-roles"),
          new Section("unfinished", "Trials that did not complete", "has-trials"),
          new Section("trials", "All trials", ""),
          new Section("how", "How the numbers were computed", ""),
          new Section("provenance", "Where the numbers come from", ""));

  /** Those that have something to show, filled. */
  static List<Map<String, Object>> filled(Map<String, Object> page) {
    return ALL.stream().filter(s -> s.shown(page)).map(s -> s.values(page)).toList();
  }

  private boolean shown(Map<String, Object> page) {
    return when.isEmpty() || page.get(when).equals(true);
  }

  private Map<String, Object> values(Map<String, Object> page) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("heading", heading);
    values.put("html", Template.html("section-" + id + ".html").fill(page).stripTrailing());
    return values;
  }
}
