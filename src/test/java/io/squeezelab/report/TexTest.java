package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TexTest {
  /** Every sign that means something to LaTeX, and letters that it may not have. */
  private static final String EVIL =
      "a_b^c & 100% #1 $x$ {y} ~ \\input{z} [q] *é -- <|> \"q\" `t' – × 中 \u0007 \uD83D\uDE00";

  private static final String DOCUMENT =
      """
      \\documentclass{article}
      \\usepackage[T1]{fontenc}
      \\usepackage{booktabs}
      \\begin{document}
      \\input{summary}
      \\end{document}
      """;

  @TempDir Path folder;

  @Test
  void signsOfLatexAreText() {
    assertEquals("a\\_b \\& 100\\% \\textbackslash{}x", Tex.text("a_b &\n100% \\x"));
    assertEquals("$-$0.31 $\\pm$ 0.20", Tex.text("−0.31 ± 0.20"));
    assertEquals("é U+4E2D", Tex.text("é 中"));
  }

  /** Differences of 78, 67 and 79 in 10,000; SciPy 1.17.1: p = 0.00264. */
  @Test
  void starsSayHowSureADifferenceIs() {
    List<Result> results =
        Made.all(Made.arm("none", 0.9123, 0.9187, 0.9151), Made.arm("se", 0.9201, 0.9254, 0.9230));
    String tex = tex(Made.study("none", results));
    String row =
        "\\raggedright se & 3 & \\textbf{92.28 $\\pm$ 0.27} & +0.75 {[}+0.58, +0.91{]}\\textsuperscript{{*}{*}}"
            + " & 272,474 & 40,813,184 \\\\";
    assertTrue(tex.contains(row), tex);
    assertTrue(tex.contains("stars: paired t test, two{-}sided, {*}~$p<0.05$"), tex);
  }

  @Test
  void whatIsMissingStandsUnderTheTable() {
    List<Result> results =
        Made.all(
            Made.arm("none", 0.91, 0.92, 0.93), List.of(Made.ended("se", 0, Ending.FAILED, "x")));
    String tex = tex(Made.study("none", results));
    assertTrue(tex.contains("se: seed 0 failed; seeds 1 and 2 are still to come."), tex);
  }

  @Test
  void aPublicationStandsBeside() throws Exception {
    String tex = tex(Complete.study(folder));
    assertTrue(tex.contains("\\label{tab:which-squeeze-beside}"), tex);
    assertTrue(tex.contains("& ours & printed & ours & printed"), tex);
  }

  @Test
  void aRealLatexSetsIt() throws Exception {
    assumeTrue(latex().isPresent(), "there is no pdflatex on the PATH");
    assertEquals("", wrong(Complete.study(folder)));
    List<Result> results = Made.all(Made.arm("none", 0.9, 0.91, 0.92), Made.arm(EVIL, 0.91, 0.93));
    assertEquals("", wrong(new Study(EVIL, EVIL, List.of("none", EVIL), "none", results)));
    assertEquals("", wrong(new Study("s", "", List.of("none"), "none", List.of())));
  }

  private static Optional<String> latex() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "pdflatex"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private String tex(Study study) {
    Charts none = new Charts(List.of(), "");
    Page page = new Page(study, Summary.of(study), new Folder(folder));
    return Report.tex(page.values(none, new Roles(List.of(), List.of()), ""));
  }

  /** What LaTeX says; empty where it has nothing against it. */
  private String wrong(Study study) throws Exception {
    Files.writeString(folder.resolve("summary.tex"), tex(study));
    Files.writeString(folder.resolve("document.tex"), DOCUMENT);
    Process latex =
        new ProcessBuilder(
                latex().orElseThrow(), "-interaction=nonstopmode", "-halt-on-error", "document.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(latex.getInputStream().readAllBytes());
    return latex.waitFor() == 0 ? "" : said;
  }
}
