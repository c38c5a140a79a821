package io.eventsec.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * The way from advisories and a bill of materials to findings that are dealt with, in a browser.
 */
class ConsoleVulnerabilitiesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HOST = "shop-1.example";
  private static final String OTHER = "shop-1-old.example";
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final String KEV =
      """
      {"catalogVersion": "2026.01.01", "count": 1, "vulnerabilities": [{"cveID": "CVE-2026-1001",
       "vendorProject": "Example", "product": "Parcel", "vulnerabilityName": "Parcel", "dateAdded":
       "2026-01-05", "shortDescription": "Hole", "dueDate": "2026-01-26",
       "knownRansomwareCampaignUse": "Known", "requiredAction": "Update"}]}""";
  private static final String EPSS =
      """
      #model_version:v2025.03.14,score_date:2026-01-05T12:55:00Z
      cve,epss,percentile
      CVE-2026-1001,0.74512,0.99
      CVE-2026-1002,0.00421,0.61
      """;

  private final Up up = Shared.installation();

  @Test
  void analyst_findsWhatIsDangerous_acceptsOne_movesTheRest_andLooksBackInTime() throws Exception {
    Shared.ensureAdministrator();
    try (Browser browser = Browser.open()) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
      browser.page().setDefaultTimeout(PATIENCE.toMillis());
      Page page = browser.page();

      signIn(page, Shared.USER);
      assertThat(page.getByText("No advisories are connected")).isVisible();
      connectAdvisories(page);
      seeThatNothingIsKnownOfHosts(page);
      handIn(HOST, NOW.minus(9, ChronoUnit.DAYS), npm("parcelx", "1.0.0"), npm("gone", "0.9.0"));
      handIn(
          HOST,
          NOW.minus(1, ChronoUnit.DAYS),
          npm("parcelx", "1.2.0"),
          npm("leafy", "2.0.0"),
          npm("crumb", "3.0.0"));
      seeTheWorstFirst(page);
      browser.pictures("vulnerabilities");
      narrow(page);
      acceptTheWorst(page, browser);
      browser.pictures("finding");
      moveTheRest(page, browser);
      JudgingSteps judging = new JudgingSteps(up.address().toString(), browser);
      judging.makeTeam();
      lookBack(page, up.address().toString());
      judging.describe();
      handIn(OTHER, NOW.minus(2, ChronoUnit.DAYS), npm("plain", "1.0.0"));
      judging.merge(OTHER);
      browser.pictures("asset");
      judging.judgeByAnotherPolicy();
      judging.exchangeVex();
      seeAssetsAndSources(page, browser);
      seeNoButtonsAsViewer(page);
      judging.seeNoneOfItAsViewer();

      Assertions.assertThat(browser.errors()).noneMatch(error -> !error.contains("401"));
    }
  }

  private void signIn(Page page, String name) {
    page.context().clearCookies();
    page.navigate(up.address() + "/vulnerabilities");
    field(page, "Username").fill(name);
    field(page, "Password").fill(Shared.PASSWORD);
    button(page, "Sign in").click();
    assertThat(heading(page, "Vulnerabilities")).isVisible();
  }

  /** The timer would do it within five minutes; who does not want to wait has it run. */
  private void connectAdvisories(Page page) throws IOException {
    put(
        "npm.jsonl",
        String.join("\n", osv(1, "parcelx", 9), osv(2, "leafy", 7), osv(3, "crumb", 5)));
    put("kev.json", KEV);
    put("epss.csv", EPSS);
    navigation(page, "System").click();
    button(page, "Run vulnerabilities now").click();
    page.navigate(up.address() + "/vulnerabilities/sources");
    Locator sources = page.getByRole(AriaRole.TABLE, named("Advisory sources"));
    Deadline.await(
        PATIENCE,
        () -> "three sources in force; the page says " + page.locator("main").innerText(),
        () -> {
          button(page, "Refresh").click();
          return sources.isVisible() && count(sources, "in force") == 3;
        });
    assertThat(sources).containsText("not fetched here");
  }

  private static int count(Locator table, String text) {
    return table
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(text))
        .count();
  }

  private static void put(String name, String text) throws IOException {
    var part = Shared.advisories().resolve('.' + name);
    Files.writeString(part, text);
    Files.move(part, Shared.advisories().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** An advisory of a package of npm, with a score of CVSS 3.1 of about that. */
  private static String osv(int number, String name, int score) {
    String impact = score > 8 ? "C:H/I:H/A:H" : score > 6 ? "C:H/I:N/A:N" : "C:L/I:N/A:N";
    return """
        {"id":"CVE-2026-100%d","modified":"2026-01-02T00:00:00Z","summary":"Hole in %s","severity":[{"type":"CVSS_V3",\
        "score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/%s"}],"affected":[{"package":{"ecosystem":"npm","name":"%s"},\
        "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"9.0.0"}]}]}]}"""
        .formatted(number, name, impact, name);
  }

  private void seeThatNothingIsKnownOfHosts(Page page) {
    navigation(page, "Vulnerabilities").click();
    assertThat(page.getByText("No inventory yet")).isVisible();
    navigation(page, "Inventory").click();
    assertThat(page.getByText("No inventory yet")).isVisible();
  }

  private void handIn(String host, Instant at, String... components) throws Exception {
    String body =
        """
        {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"timestamp":"%s",
        "component":{"type":"device","name":"%s"}},"components":[%s]}"""
            .formatted(at, host, String.join(",", components));
    HttpResponse<String> answer =
        new Web(up.address())
            .send(
                "/api/v1/inventory/sboms" + (host.equals(HOST) ? "?address=192.0.2.44" : ""),
                "application/vnd.cyclonedx+json",
                Files.readString(up.tokenFile()).strip(),
                body);
    Assertions.assertThat(answer.body()).contains("\"outcome\":\"recorded\"");
  }

  private static String npm(String name, String version) {
    return "{\"type\":\"library\",\"name\":\"%s\",\"version\":\"%s\",\"purl\":\"pkg:npm/%s@%s\"}"
        .formatted(name, version, name, version);
  }

  private void seeTheWorstFirst(Page page) {
    navigation(page, "Vulnerabilities").click();
    assertThat(heading(page, "Vulnerabilities")).isVisible();
    Deadline.await(
        PATIENCE,
        () -> "three findings; the page says " + page.locator("main").innerText(),
        () -> {
          button(page, "Refresh").click();
          return rows(page).count() == 3;
        });
    Locator worst = rows(page).first();
    for (String told :
        new String[] {
          "Critical",
          "CVE-2026-1001",
          "Exploited",
          HOST,
          "parcelx",
          "1.2.0",
          "9.0.0",
          "9.8",
          "75 %",
          "Overdue",
          "Open"
        }) {
      assertThat(worst).containsText(told);
    }
    assertThat(rows(page).last()).containsText("CVE-2026-1003");
  }

  private void narrow(Page page) {
    page.getByRole(AriaRole.CHECKBOX, named("Medium")).check();
    assertThat(rows(page)).hasCount(1);
    assertThat(rows(page).first()).containsText("CVE-2026-1003");
    page.getByRole(AriaRole.CHECKBOX, named("Overdue")).check();
    assertThat(page.getByText("No finding fits this filter")).isVisible();
    page.getByText("show all that wait").click();
    page.getByRole(AriaRole.SEARCHBOX, named("Search findings")).fill("LEAF");
    page.keyboard().press("Enter");
    assertThat(rows(page)).hasCount(1);
    Assertions.assertThat(page.url()).endsWith("/vulnerabilities?q=LEAF");
    page.reload();
    assertThat(rows(page).first()).containsText("CVE-2026-1002");
    page.getByText("Clear all").click();
    assertThat(rows(page)).hasCount(3);
  }

  private void acceptTheWorst(Page page, Browser browser) {
    page.locator("body").press("j");
    page.keyboard().press("Enter");
    assertThat(heading(page, "CVE-2026-1001: Hole in parcelx")).isVisible();
    Locator said = page.getByRole(AriaRole.TABLE, named("What each source says"));
    assertThat(said).containsText("npm");
    assertThat(said).containsText("9.0.0");
    assertThat(page.getByText("known to be exploited since 2026-01-05")).isVisible();
    assertThat(page.getByText("CISA wants it mended by 2026-01-26")).isVisible();
    assertThat(page.getByText("campaigns of ransomware are known to use it")).isVisible();
    button(page, "Accept the risk").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    Locator accept = dialog.getByRole(AriaRole.BUTTON, in("Accept the risk"));
    assertThat(accept).isDisabled();
    dialog.getByLabel("Reason").fill("The shop closes in a month");
    dialog.getByLabel("Accepted until the end of").fill(TODAY.plusDays(30).toString());
    browser.picture("finding-accept");
    accept.click();
    assertThat(page.getByText("The finding is now accepted.")).isVisible();
    assertThat(page.getByRole(AriaRole.LIST, named("History")))
        .containsText("Ada answers for it until " + TODAY.plusDays(30) + " 23:59:59");
  }

  private void moveTheRest(Page page, Browser browser) {
    page.getByRole(AriaRole.LINK, named("Vulnerabilities")).first().click();
    assertThat(rows(page)).hasCount(2);
    page.getByRole(AriaRole.CHECKBOX, named("Select all that are shown")).check();
    move(page, "2 findings selected", "Mark mitigated");
    assertThat(heading2(page, "2 findings moved")).isVisible();
    button(page, "Close").click();
    assertThat(page.getByText("Nothing waits to be dealt with")).isVisible();
    page.navigate(up.address() + "/vulnerabilities?status=any");
    page.getByRole(AriaRole.CHECKBOX, named("Select all that are shown")).check();
    browser.picture("vulnerabilities-selected");
    // The one of the version that was there before is fixed.
    move(page, "4 findings selected", "Mark mitigated");
    assertThat(heading2(page, "1 finding moved, 3 not")).isVisible();
    assertThat(page.getByRole(AriaRole.TABLE, named("What became of each")))
        .containsText("nobody moves it");
    browser.picture("vulnerabilities-moved");
    button(page, "Close").click();
    assertThat(page.getByText("3 findings selected")).isVisible();
  }

  private static void move(Page page, String selected, String to) {
    assertThat(page.getByText(selected)).isVisible();
    button(page, "Move…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("What shall become of them").selectOption(new SelectOption().setLabel(to));
    dialog.getByLabel("Reason").fill("A proxy stands before it");
    dialog.getByRole(AriaRole.BUTTON, in(to)).click();
  }

  private static void lookBack(Page page, String address) {
    page.navigate(address + "/vulnerabilities?status=any");
    rows(page).first().getByRole(AriaRole.LINK, in(HOST)).click();
    assertThat(heading(page, HOST)).isVisible();
    Locator software = page.getByRole(AriaRole.TABLE, named("Software"));
    assertThat(software).containsText("leafy");
    page.getByRole(AriaRole.SEARCHBOX, named("Component")).fill("CRUMB");
    page.keyboard().press("Enter");
    assertThat(software.getByRole(AriaRole.ROW)).hasCount(2);
    button(page, "All that is there now").click();
    page.getByLabel("At the end of").fill(TODAY.minusDays(5).toString());
    assertThat(software).containsText("gone");
    assertThat(software).not().containsText("leafy");
    button(page, "All that is there now").click();
    page.getByLabel("Changes since").fill(TODAY.minusDays(5).toString());
    Locator changed = page.getByRole(AriaRole.TABLE, named("What has changed"));
    Locator lines = changed.getByRole(AriaRole.ROW);
    assertThat(lines.nth(1)).containsText("crumbInstalled");
    assertThat(lines.nth(2)).containsText("goneRemoved0.9.0");
    assertThat(lines.nth(4)).containsText("parcelxOther version1.0.01.2.0");
    page.getByRole(AriaRole.CHECKBOX, named("Removed 1")).check();
    assertThat(lines).hasCount(2);
  }

  private void seeAssetsAndSources(Page page, Browser browser) {
    navigation(page, "Inventory").click();
    assertThat(page.getByRole(AriaRole.TABLE, named("Assets"))).containsText("192.0.2.44");
    browser.pictures("inventory");
    page.navigate(up.address() + "/vulnerabilities/sources");
    assertThat(page.getByRole(AriaRole.TABLE, named("Advisory sources"))).isVisible();
    browser.pictures("advisory-sources");
  }

  private void seeNoButtonsAsViewer(Page page) throws SQLException, IOException {
    new Stored(up)
        .change(
            "insert into users (id, tenant, username, display_name, role, password_hash, created_at)"
                + " select gen_random_uuid(), tenant, 'vera', 'Vera', 'VIEWER', password_hash, now()"
                + " from users where username = 'ada'");
    signIn(page, "vera");
    page.navigate(up.address() + "/vulnerabilities?status=any");
    assertThat(rows(page)).hasCount(4);
    assertThat(page.locator("main table input[type=checkbox]")).hasCount(0);
    rows(page).first().locator("a[data-row]").click();
    assertThat(page.getByRole(AriaRole.LIST, named("History"))).isVisible();
    assertThat(page.getByRole(AriaRole.GROUP, named("Change the finding"))).hasCount(0);
  }

  private static Locator rows(Page page) {
    return page.locator("tr[data-finding-id]");
  }

  private static Locator navigation(Page page, String name) {
    return page.getByRole(AriaRole.NAVIGATION, named("Main")).getByRole(AriaRole.LINK, in(name));
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name).setLevel(1));
  }

  private static Locator heading2(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name).setLevel(2));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
