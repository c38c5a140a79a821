package io.eventsec.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The analyst's way through the console, in a real browser. */
class ConsoleIT {
  private static final String PASSWORD = Shared.PASSWORD;
  private static final String INCIDENT = "Intrusion by download";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void analyst_setsUp_signsIn_seesAlertsArrive_makesAnIncident_andFindsTheEvent()
      throws IOException, SQLException {
    try (Browser browser = Browser.open()) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
      browser.page().setDefaultTimeout(PATIENCE.toMillis());
      Up up = Shared.installation();
      Page page = browser.page();

      createAdministrator(page, up);
      seeOverview(page);
      browser.picture("overview");
      signIn(page, up, "ada", "/alerts");
      assertThat(heading(page, "Alerts")).isVisible();
      seeSampleAlerts(page);
      browser.picture("alerts");
      openOne(page);
      browser.picture("alert");
      makeIncidentForColleague(page, up);
      browser.picture("incident");
      seeNewAlertArrive(page, up);
      browser.picture("alerts-live");
      findEvent(page);
      browser.picture("events");
      signIn(page, up, "bob", "/notifications");
      seeNews(page);
      browser.picture("notifications");
      followNews(page);

      Assertions.assertThat(browser.errors()).noneMatch(error -> !error.contains("401"));
    }
  }

  private static void createAdministrator(Page page, Up up) {
    page.navigate(up.setupLink().orElseThrow());
    field(page, "Username").fill("ada");
    field(page, "Display name").fill("Ada");
    field(page, "Password").fill(PASSWORD);
    field(page, "Repeat password").fill(PASSWORD);
    button(page, "Create administrator").click();
    assertThat(heading(page, "Overview")).isVisible();
  }

  private static void seeOverview(Page page) {
    assertThat(heading(page, "Overview")).isVisible();
    assertThat(page.getByText("Events over time")).isVisible();
    assertThat(page.getByText("Open alerts")).isVisible();
  }

  private static void signIn(Page page, Up up, String name, String path) {
    page.context().clearCookies();
    page.navigate(up.address() + path);
    field(page, "Username").fill(name);
    field(page, "Password").fill(PASSWORD);
    button(page, "Sign in").click();
  }

  private static void seeSampleAlerts(Page page) {
    assertThat(row(page, "Executable Fetched over Plain HTTP").first()).isVisible();
    Assertions.assertThat(page.locator("tr[data-alert-id]").count()).isGreaterThanOrEqualTo(7);
  }

  private static void openOne(Page page) {
    row(page, "Executable Fetched over Plain HTTP").first().locator("a[data-row]").click();
    assertThat(heading(page, "Executable Fetched over Plain HTTP")).isVisible();
    assertThat(page.getByRole(AriaRole.TABLE, named("Matched items"))).isVisible();
    assertThat(field(page, "Rule source"))
        .containsText("title: Executable Fetched over Plain HTTP");
  }

  private static void makeIncidentForColleague(Page page, Up up) throws SQLException, IOException {
    new Stored(up)
        .change(
            "insert into users (id, tenant, username, display_name, role, password_hash, created_at)"
                + " select gen_random_uuid(), tenant, 'bob', 'Bob', 'ANALYST', password_hash, now()"
                + " from users where username = 'ada'");
    button(page, "Create incident").click();
    field(page, "Title").fill(INCIDENT);
    button(page, "Create").click();
    assertThat(heading(page, INCIDENT)).isVisible();
    button(page, "Start work").click();
    assertThat(page.getByText("The incident is now in progress.")).isVisible();
    field(page, "Assignee").selectOption(new SelectOption().setLabel("Bob (bob)"));
    assertThat(page.getByRole(AriaRole.LIST, named("History"))).containsText("assignee is now Bob");
  }

  private static void seeNews(Page page) {
    assertThat(heading(page, "Notifications")).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("Notifications, 1 unread"))).isVisible();
    assertThat(page.getByRole(AriaRole.TABLE, named("Notifications")))
        .containsText("Ada assigned an incident to you: " + INCIDENT);
  }

  private static void followNews(Page page) {
    page.getByRole(AriaRole.TABLE, named("Notifications")).getByRole(AriaRole.LINK).click();
    assertThat(heading(page, INCIDENT)).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("Notifications"))).isVisible();
  }

  private static void seeNewAlertArrive(Page page, Up up) throws IOException {
    page.getByRole(AriaRole.NAVIGATION, named("Main"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Alerts"))
        .click();
    assertThat(page.locator("tr[data-alert-id]").first()).isVisible();
    Path log = Path.of("target", "console-it.json").toAbsolutePath();
    Files.writeString(log, Shared.event("quokka", 7) + '\n');
    Path state = log.resolveSibling("console-it-state-" + System.nanoTime());
    Command ship = Command.ship(up, "console", log, state);
    Assertions.assertThat(ship.status()).as(ship.err()).isZero();
    // Nothing is loaded again: the row comes by the live stream.
    assertThat(row(page, Shared.RULE_TITLE).first())
        .containsText("New", new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
  }

  private static void findEvent(Page page) {
    page.getByRole(AriaRole.NAVIGATION, named("Main"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Events"))
        .click();
    page.getByLabel("Search text").fill("quokka");
    Locator found =
        page.getByRole(AriaRole.TABLE, named("Events"))
            .getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions().setHasText("quokka"));
    // The alert can be there before the event is to be found: as a person does, search again.
    Deadline.await(
        PATIENCE,
        () -> "the event with the quokka; the page says " + page.locator("main").innerText(),
        () -> {
          button(page, "Search").click();
          assertThat(page.getByText("Loading")).hasCount(0);
          return found.count() > 0;
        });
    assertThat(found.first()).isVisible();
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
  }

  private static Locator row(Page page, String title) {
    return page.locator("tr[data-alert-id]").filter(new Locator.FilterOptions().setHasText(title));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
