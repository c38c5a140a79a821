package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's own Chromium, and a page in it. */
final class Browser implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final Page page;
  private final List<String> errors = new ArrayList<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
    this.page =
        browser.newPage(
            new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(1440, 900));
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
  }

  /** Starts it; where there is none, skips the test with a word, or fails where one is required. */
  static Browser open() {
    Path program = program();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(ARGUMENTS)
                    .setHeadless(true)));
  }

  private static Path program() {
    List<Path> candidates =
        Stream.of(
                System.getenv("EVENTSEC_CHROMIUM"),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .filter(name -> name != null && !name.isBlank())
            .map(Path::of)
            .toList();
    return candidates.stream()
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
        .findFirst()
        .orElseGet(() -> missing(candidates));
  }

  private static Path missing(List<Path> candidates) {
    String message =
        "The console was NOT tested: there is no Chromium at "
            + candidates
            + ". Install it (Debian: apt-get install chromium) or set EVENTSEC_CHROMIUM.";
    System.err.println("\n##########\n# " + message + "\n##########\n");
    if (Boolean.parseBoolean(System.getenv("EVENTSEC_E2E_REQUIRED"))) {
      fail(message);
    }
    return Assumptions.abort(message);
  }

  Page page() {
    return page;
  }

  /** What the console complained of so far. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Takes a picture to {@code target/screenshots}. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }

  /**
   * Takes pictures of how it looks by day, by night and on a telephone, where nothing sticks out.
   */
  void pictures(String name) {
    picture(name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture(name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(480, 900);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as("the width of " + name)
        .isEqualTo(480);
    picture(name + "-narrow");
    page.setViewportSize(1440, 900);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
