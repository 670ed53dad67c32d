package io.squeezelab.live.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.Browser;
import io.squeezelab.live.Sighting;
import io.squeezelab.live.Slot;
import io.squeezelab.live.Snapshot;
import io.squeezelab.results.Folder;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser: what is seen, heard, reached by keys, and not run. Without Chromium
 * it is left out, but where $SQUEEZELAB_BROWSER says that there is one.
 */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
  @TempDir private static Path temp;
  private static Folder folder;
  private static Site site;
  private static Browser browser;
  private static volatile boolean running = true;

  @BeforeAll
  static void open() throws Exception {
    browser = Browser.start(temp);
    folder = Ran.folder(temp, 9);
    site = Site.at(InetAddress.getLoopbackAddress(), 0);
    site.show(folder, BrowserTest::now);
    browser.look(1440, false, "screen");
    browser.open(site.url());
    browser.await("document.querySelectorAll('#trials tbody tr').length == 9");
    browser.await("document.querySelectorAll('#charts img').length > 3");
    browser.await("[...document.images].every(i => i.complete && i.naturalWidth > 0)");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (site != null) {
      site.close();
    }
  }

  /** What is stored, as a sweep that runs would tell it. */
  private static Snapshot now() {
    Snapshot stored = new Sighting(folder).now();
    if (!running) {
      return stored;
    }
    Slot.Work work = new Slot.Work("75c39a001122", Ran.EVIL, 2, 1, 3, 12, 40, 157, 1234, 45);
    List<Slot> slots = List.of(new Slot(1, "cpu", work), new Slot(2, "gpu:0", null));
    return new Snapshot(
        stored.name(),
        Snapshot.Phase.RUNNING,
        7,
        "2026-03-01T10:00:00Z",
        "2026-03-01T10:12:00Z",
        720,
        480,
        1234,
        stored.counts(),
        stored.best(),
        slots,
        List.of("trial " + Ran.EVIL + " starts again"));
  }

  private static String text(String selector) throws Exception {
    return browser.value("document.querySelector('" + selector + "').textContent").asText();
  }

  @Test
  @Order(1)
  void whatRunsIsShown() throws Exception {
    assertEquals("which-squeeze: running for 12 min, about 8 min left", text("#heading"));
    assertEquals("9", browser.value("document.querySelector('#bar').value").asText());
    assertEquals("20", browser.value("document.querySelector('#bar').max").asText());
    assertTrue(text("#slots").contains("3/12"), text("#slots"));
    assertEquals("not completed: 1 failed", text("#trouble"));
  }

  /** Names and reasons are text; the browser refuses what would get past that. */
  @Test
  @Order(1)
  void namesDoNothing() throws Exception {
    String all = browser.value("document.body.innerText").asText();
    assertTrue(all.contains(Ran.EVIL), all);
    assertTrue(all.contains(Ran.REASON), all);
    assertEquals(1, browser.value("document.scripts.length").asInt());
    assertEquals(0, browser.value("document.querySelectorAll('td img, li img').length").asInt());
    assertFalse(browser.value("document.title").asText().contains("broken"));
    String more = "const s = document.createElement('script'); s.textContent = 'window.ran = 1';";
    browser.value("{" + more + " document.body.append(s); s.remove(); 1}");
    assertTrue(browser.value("window.ran === undefined").asBoolean(), "other scripts do not run");
  }

  /** From the top by the tabulator: a heading is reached, sorts, and shows the focus. */
  @Test
  @Order(2)
  void theListIsSortedByKeys() throws Exception {
    browser.value("document.activeElement.blur()");
    String reached = "document.activeElement.closest('th')?.dataset.sort";
    for (int i = 0; i < 100 && !browser.value(reached).asText().equals("top1"); i++) {
      browser.press("Tab", 9);
    }
    assertEquals("top1", browser.value(reached).asText());
    assertEquals(
        "solid", browser.value("getComputedStyle(document.activeElement).outlineStyle").asText());
    browser.press("Enter", 13);
    browser.await("document.querySelector('th[data-sort=top1]').ariaSort == 'descending'");
    browser.await("document.querySelectorAll('#trials tbody td')[2].textContent == '84.50'");
    assertEquals("top1", browser.value(reached).asText(), "the focus stays");
    assertEquals("?sort=top1&down=", browser.value("location.search").asText());
  }

  @Test
  @Order(3)
  void theListIsFilteredByEnding() throws Exception {
    browser.value(
        "{const s = document.querySelector('#ending'); s.value = 'failed';"
            + " s.dispatchEvent(new Event('change')); 1}");
    browser.await("document.querySelectorAll('#trials tbody tr').length == 1");
    assertTrue(text("#trials tbody").contains("it broke"), text("#trials tbody"));
    assertEquals("failed (1)", text("#ending option:checked"));
  }

  /**
   * Each control has a name, each table a caption, each picture words, in the browser's own tree.
   */
  @Test
  @Order(4)
  void whoListensHearsWhatIsMeant() throws Exception {
    assertEquals("polite", browser.value("document.querySelector('#hear').ariaLive").asText());
    assertEquals("en", browser.value("document.documentElement.lang").asText());
    String bare = "[...document.querySelectorAll('%s')].filter(e => !(%s)).length";
    assertEquals(0, browser.value(bare.formatted("table", "e.caption?.textContent")).asInt());
    assertEquals(0, browser.value(bare.formatted("th", "e.scope")).asInt());
    assertEquals(0, browser.value(bare.formatted("img", "e.alt.length > 40")).asInt());
    assertEquals(0, browser.value(bare.formatted("select", "e.labels.length")).asInt());
    assertEquals(0, browser.value(bare.formatted("button", "e.textContent.trim()")).asInt());
    assertEquals(0, browser.value(bare.formatted(".scroll, .paper", "e.tabIndex === 0")).asInt());
  }

  /** Nothing sticks out at 390 pixels, and words stand out from their ground by 4.5 to 1. */
  @Test
  @Order(5)
  void itFitsAPhoneAndIsReadInTheDark() throws Exception {
    String wide = "document.documentElement.scrollWidth";
    for (int width : List.of(390, 1440)) {
      for (boolean dark : List.of(false, true)) {
        browser.look(width, dark, "screen");
        assertTrue(browser.value(wide).asInt() <= width, "nothing sticks out");
        for (String what : List.of("#heading", "#trouble", "caption", "td a", "select")) {
          double contrast = browser.value(CONTRAST.formatted(what)).asDouble();
          assertTrue(contrast >= 4.5, what + ": " + contrast);
        }
        keep((dark ? "dark" : "light") + "-" + width);
      }
    }
    browser.look(800, false, "print");
    keep("print");
    browser.look(1440, false, "screen");
  }

  private static final String CONTRAST =
      """
      (() => {
        const light = c => c.map(v => v / 255)
          .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        const parse = text => text.match(/[\\d.]+/g).map(Number);
        let e = document.querySelector('%s');
        const ink = light(parse(getComputedStyle(e).color).slice(0, 3));
        let ground;
        do { ground = parse(getComputedStyle(e).backgroundColor); e = e.parentElement; }
        while (e && ground[3] === 0);
        const paper = light(ground.slice(0, 3));
        return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
      })()
      """;

  /** For who wants to look: -Dpictures=FOLDER. */
  private static void keep(String name) throws Exception {
    String where = System.getProperty("pictures");
    if (where != null) {
      browser.picture(Path.of(where, name + ".png"));
    }
  }

  @Test
  @Order(6)
  void theEndIsSaidAndSoIsSilence() throws Exception {
    running = false;
    browser.await("document.querySelector('#heading').textContent.endsWith('no sweep runs here')");
    assertTrue(browser.value("document.querySelector('#slots-section').hidden").asBoolean());
    assertTrue(
        text("#hear").startsWith("which-squeeze: no sweep runs here; 9 of 20"), text("#hear"));
    site.close();
    browser.value("again()");
    browser.await("!document.querySelector('#notice').hidden");
    assertTrue(
        text("#notice").contains("its page has gone; what is shown is from "), text("#notice"));
  }
}
