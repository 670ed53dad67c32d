package io.squeezelab.live.web;

import io.squeezelab.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one page, whose script and style a browser accepts by their hashes and nothing else. */
final class Pages {
  private static final String HTML = text();
  static final String POLICY =
      "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src "
          + hashes("style")
          + "; script-src "
          + hashes("script")
          + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Pages() {}

  static Reply page() {
    return Reply.html(HTML);
  }

  private static String text() {
    try (InputStream in = Pages.class.getResourceAsStream("live.html")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("{{style}}", "\n" + Report.style());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hashes(String element) {
    String inside = "<" + element + ">(.*?)</" + element + ">";
    Matcher found = Pattern.compile(inside, Pattern.DOTALL).matcher(HTML);
    List<String> hashes = new ArrayList<>();
    while (found.find()) {
      byte[] content = found.group(1).getBytes(StandardCharsets.UTF_8);
      hashes.add("'sha256-" + Reply.hash(content) + "'");
    }
    return String.join(" ", hashes);
  }
}
