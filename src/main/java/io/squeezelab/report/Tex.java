package io.squeezelab.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Text as LaTeX takes it. */
final class Tex {
  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\textquotedbl{}"),
          Map.entry((int) '[', "{[}"), // \\[ would be a length
          Map.entry((int) ']', "{]}"),
          Map.entry((int) '*', "{*}"), // and so would \\*
          Map.entry((int) '`', "\\textasciigrave{}"),
          Map.entry((int) '-', "{-}"), // two are no dash
          Map.entry((int) '−', "$-$"),
          Map.entry((int) '±', "$\\pm$"),
          Map.entry((int) '×', "$\\times$"),
          Map.entry((int) '≤', "$\\leq$"),
          Map.entry((int) '≥', "$\\geq$"),
          Map.entry((int) 'τ', "$\\tau$"),
          Map.entry((int) 'η', "$\\eta$"),
          Map.entry((int) '²', "$^2$"),
          Map.entry((int) '·', "$\\cdot$"),
          Map.entry((int) '…', "\\ldots{}"),
          Map.entry((int) '–', "--"));

  /** The last letter that pdfLaTeX has in its usual fonts: Latin, extended once. */
  private static final int LAST = 0x17F;

  private Tex() {}

  /** Letters that pdfLaTeX does not have are named by their code: {@code U+4E2D}. */
  static String text(String of) {
    return of.strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .mapToObj(Tex::sign)
        .collect(Collectors.joining());
  }

  /** Part of a {@code \label}. */
  static String key(String of) {
    return of.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String sign(int code) {
    String known = SIGNS.get(code);
    if (known != null) {
      return known;
    }
    boolean set = code >= ' ' && code < 0x7F || code >= 0xC0 && code <= LAST;
    return set ? Character.toString(code) : "U+%04X".formatted(code);
  }
}
