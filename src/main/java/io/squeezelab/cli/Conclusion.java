package io.squeezelab.cli;

import io.squeezelab.analysis.Study;
import io.squeezelab.report.Report;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Kept;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a results folder amounts to: the report is written, the table is shown. */
record Conclusion(Folder folder) {

  Study write(PrintWriter out, PrintWriter err) {
    TrialLog.Contents contents = TrialLog.read(folder.path());
    contents.warnings().forEach(warning -> err.println("squeezelab: " + warning));
    Kept kept = folder.kept();
    Study study = Study.of(kept, contents.results());
    Report.write(study, kept.text(), folder.path());
    show(folder.path().resolve("summary.md"), out);
    out.println();
    out.println("Report: " + folder.path().resolve("report.html"));
    return study;
  }

  private static void show(Path summary, PrintWriter out) {
    try {
      out.print(Files.readString(summary));
    } catch (IOException e) {
      throw new BadInput("cannot read " + summary + ": " + e.getMessage(), e);
    }
  }
}
