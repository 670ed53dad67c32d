package io.squeezelab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.Browser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser; without Chromium it is left out. */
@Tag("browser")
class PageTest {
  private static final String COUNT = "document.querySelectorAll('%s').length";

  @TempDir private static Path temp;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void write() throws Exception {
    browser = Browser.start(temp);
    page = Complete.folder(temp).resolve("report.html");
  }

  @BeforeEach
  void open() throws Exception {
    browser.look(1440, false, "screen");
    browser.open(page.toUri().toString());
    browser.await("document.readyState == 'complete' && document.querySelector('.table-tools')");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static int count(String selector) throws Exception {
    return browser.value(COUNT.formatted(selector)).asInt();
  }

  private static String text(String selector) throws Exception {
    return browser.value("document.querySelector('" + selector + "').innerText").asText();
  }

  @Test
  void everySectionIsInTheContentsAndUnderAHeading() throws Exception {
    String targets = "[...document.querySelectorAll('nav a')].map(a => a.hash.slice(1)).join()";
    assertEquals(
        "claims,beside,results,comparisons,factors,charts,cost,unfinished,trials,how,provenance",
        browser.value(targets).asText());
    String lost =
        "[...document.querySelectorAll('nav a')].filter(a => !document.querySelector(a.hash))";
    assertEquals(0, browser.value(lost + ".length").asInt());
  }

  @Test
  void namesLogsAndClaimsAreText() throws Exception {
    browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
    String all = browser.value("document.body.innerText").asText();
    assertTrue(all.contains(Complete.EVIL), all);
    assertEquals(1, count("script"));
    assertEquals(0, count("img"));
    assertTrue(text("#unfinished ~ details pre").endsWith("line 30 " + Complete.EVIL));
    assertFalse(text("#unfinished ~ details pre").contains("line 10 "), "the last 20 lines");
  }

  @Test
  void verdictsOfClaimsAreWordsWithASign() throws Exception {
    assertEquals("✓ supported", text("#claims ~ .scroll tbody td"));
    String second = "#claims ~ .scroll tbody tr:nth-child(2) td";
    assertEquals("✗ contradicted", text(second));
    assertEquals("none 22.28; max, bottleneck reduction=4 21.00", text(second + ":last-child"));
  }

  @Test
  void aTableIsSortedByKeys() throws Exception {
    String head = "document.querySelectorAll('#results ~ .scroll th button')[2]";
    browser.value(head + ".focus()");
    browser.press("Enter", 13);
    assertEquals("descending", browser.value(head + ".closest('th').ariaSort").asText());
    String first = text("#results ~ .scroll tbody td:nth-child(3)");
    browser.press("Enter", 13);
    assertTrue(first.compareTo(text("#results ~ .scroll tbody td:nth-child(3)")) > 0, first);
  }

  @Test
  void aTableIsFiltered() throws Exception {
    browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
    browser.value(
        "{const i = document.querySelector('#trials ~ details input'); i.value = 'FAILED conv1d';"
            + " i.dispatchEvent(new Event('input')); 1}");
    assertEquals(1, count("#trials ~ details tbody tr:not([hidden])"));
    assertEquals("1 of 15 rows", text("#trials ~ details output"));
  }

  /** Each figure has its numbers, which go to a spreadsheet as they are. */
  @Test
  void theNumbersOfAFigureAreCopied() throws Exception {
    assertEquals(count("figure"), count("figure table"));
    browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
    browser.value(
        "{window.copied = ''; document.addEventListener('copy', e =>"
            + " window.copied = document.activeElement.value);"
            + " Object.defineProperty(navigator, 'clipboard', {value: undefined});"
            + " document.querySelector('#charts ~ figure .table-tools button').focus(); 1}");
    browser.press("Enter", 13);
    browser.await("document.querySelector('#charts ~ figure output').textContent");
    assertEquals("4 rows copied", text("#charts ~ figure output"));
    String copied = browser.value("window.copied").asText();
    assertTrue(copied.startsWith("Arm\t"), copied);
    assertFalse(copied.contains("−"), "no sign that a spreadsheet does not know: " + copied);
  }

  @Test
  void axeFindsNoViolation() throws Exception {
    nothingIsInTheWay();
  }

  @Test
  void axeFindsNoViolationInSeveralSideBySide() throws Exception {
    Path folder = temp.resolve("compared");
    CompareReport.of(CompareReportTest.threeDataSets()).write(folder);
    browser.open(folder.resolve("compare.html").toUri().toString());
    browser.await("document.querySelector('.table-tools') && document.querySelector('#ranks')");
    nothingIsInTheWay();
  }

  /** axe-core 4: nothing in its way for who listens, or uses keys. */
  private static void nothingIsInTheWay() throws Exception {
    browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
    try (InputStream in = PageTest.class.getResourceAsStream("/axe.min.js")) {
      browser.value(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; 1");
    }
    assertTrue(browser.value("axe.run().then(r => r.passes.length)").asInt() > 20, "it looked");
    for (boolean dark : List.of(false, true)) {
      browser.look(390, dark, "screen");
      String found =
          browser
              .value(
                  "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.help + ' '"
                      + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')).join('\\n'))")
              .asText();
      assertEquals("", found);
    }
  }

  /** Tables and figures scroll in their own boxes; on paper there are no controls. */
  @Test
  void itFitsAPhoneAndPaper() throws Exception {
    for (int width : List.of(390, 1440)) {
      for (boolean dark : List.of(false, true)) {
        browser.look(width, dark, "screen");
        keep((dark ? "dark" : "light") + "-" + width);
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
        int wide = browser.value("document.documentElement.scrollWidth").asInt();
        assertTrue(wide <= width, "nothing sticks out of " + width + ": " + wide);
        browser.value("document.querySelectorAll('details').forEach(d => d.open = false)");
      }
    }
    browser.look(800, false, "print");
    String shown =
        "[...document.querySelectorAll('nav, input, .table-tools')].filter(e => e.checkVisibility())";
    assertEquals(0, browser.value(shown + ".length").asInt());
    keep("print");
  }

  /** For who wants to look: -Dpictures=FOLDER, and -Dlook=FILE for another page. */
  private static void keep(String name) throws Exception {
    String where = System.getProperty("pictures");
    if (where != null) {
      browser.picture(Path.of(where, name + ".png"));
    }
  }
}
