package io.squeezelab.report;

import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Evidence;
import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Verdict;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the templates of a report ask for. */
final class Page {
  private final Study study;
  private final Summary summary;
  private final Folder folder;

  Page(Study study, Summary summary, Folder folder) {
    this.study = study;
    this.summary = summary;
    this.folder = folder;
  }

  Map<String, Object> values(Charts charts, Roles roles, String experiment) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("name", study.name());
    page.put("asks", !study.question().isEmpty());
    page.put("title", study.title());
    page.put("verdict", Verdict.of(summary));
    page.put("finished", summary.completed() > 0);
    page.put("evidence", Evidence.of(study).caption());
    page.put("arms", Rows.of(summary));
    page.put("notes", Notes.of(study, summary));
    page.put("lacking", Notes.lacking(summary));
    page.put("name-key", Tex.key(study.name()));
    page.putAll(Held.values(study, summary));
    page.putAll(Arrivals.values(study));
    analysis(page);
    charts(page, charts, roles);
    trials(page);
    page.put("provenance", new Sources(study).lines());
    page.put("has-experiment", !experiment.isBlank());
    page.put("experiment", experiment.strip());
    return page;
  }

  private void analysis(Map<String, Object> page) {
    Contrasts contrasts = summary.decisive();
    page.put("compared", !contrasts.rows().isEmpty());
    page.put("against", summary.against());
    page.put("comparison-tables", Comparisons.tables(summary));
    page.put("comparison-test", contrasts.test());
    page.put("corrected", contrasts.tests() > 1);
    page.put("comparisons-listings", Listings.comparisons(summary));
    listings(page, "factors", Listings.factors(Factors.of(study)));
    listings(page, "cost", CostSection.of(study, summary));
  }

  private static void listings(Map<String, Object> page, String of, List<?> listings) {
    page.put("has-" + of, !listings.isEmpty());
    page.put(of + "-listings", listings);
  }

  private static void charts(Map<String, Object> page, Charts charts, Roles roles) {
    page.put("charts", charts.drawn().stream().map(Charts.Drawn::values).toList());
    page.put("charts-missing", charts.missing());
    page.put("no-chart", !charts.missing().isEmpty());
    page.put("has-roles", !roles.shown().isEmpty() || !roles.notes().isEmpty());
    page.put("roles", roles.values());
    page.put("has-role-notes", !roles.notes().isEmpty());
    page.put("role-notes", roles.notes().stream().map(note -> Map.of("note", note)).toList());
  }

  private void trials(Map<String, Object> page) {
    TrialRows rows = new TrialRows(study);
    List<Result> unfinished = study.unfinished();
    page.put("unfinished", rows.of(unfinished));
    page.put("has-unfinished", !unfinished.isEmpty());
    page.put("ends", LogEnds.of(unfinished, folder));
    int more = LogEnds.leftOut(unfinished);
    page.put("ends-left-out", more == 0 ? List.of() : List.of(Map.of("count", more)));
    page.put("has-trials", !study.trials().isEmpty());
    page.put("trials", rows.of(study.trials()));
    page.put("trial-count", study.trials().size());
  }
}
