package io.eventsec.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/**
 * What analysts do in the console beside moving findings: judge risk by a policy of their own,
 * exchange documents of VEX, say whose a host is, and that two are one.
 */
final class JudgingSteps {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String THEIRS =
      """
      {"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://vendor.example/1","author":"Vendor",
       "timestamp":"2026-11-20T08:00:00Z","version":1,"statements":[
       {"vulnerability":{"name":"CVE-2026-1001"},"products":[{"@id":"pkg:npm/parcelx"}],
        "status":"not_affected","justification":"component_not_present"},
       {"vulnerability":{"name":"CVE-1999-1"},"products":[{"@id":"pkg:npm/nothing"}],"status":"fixed"}]}""";

  private final String address;
  private final Browser browser;
  private final Page page;

  JudgingSteps(String address, Browser browser) {
    this.address = address;
    this.browser = browser;
    this.page = browser.page();
  }

  /** Makes a team with Ada in it. */
  void makeTeam() {
    page.navigate(address + "/teams");
    assertThat(page.getByText("No teams yet")).isVisible();
    page.getByLabel("Name of the new team").fill("Web shop");
    button("Make team").click();
    page.getByLabel("User to take into Web shop")
        .selectOption(new SelectOption().setLabel("Ada (ada)"));
    button("Take the chosen user into Web shop").click();
    assertThat(button("Take Ada out of Web shop")).isVisible();
    browser.pictures("teams");
  }

  /** Says whose the host is and what for; the page is that of the host. */
  void describe() {
    button("Edit").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Criticality").selectOption(new SelectOption().setLabel("Critical"));
    dialog
        .getByLabel("Team that answers for it")
        .selectOption(new SelectOption().setLabel("Web shop"));
    dialog.getByLabel("Tags, one a line").fill("shop\npublic");
    dialog.getByLabel("What it is for").fill("Takes the orders of the shop");
    browser.picture("asset-edit");
    in(dialog, "Save").click();
    assertThat(dialog).hasCount(0);
    for (String told : new String[] {"public", "Critical", "Web shop"}) {
      assertThat(page.locator(".facts").first()).containsText(told);
    }
    assertThat(page.getByText("Takes the orders of the shop")).isVisible();
  }

  /** Says that another is the host whose page is shown. */
  void merge(String other) {
    button("Merge…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    browser.picture("asset-merge-choose");
    dialog.getByRole(AriaRole.LIST).getByText(other).click();
    Locator values =
        dialog.getByRole(
            AriaRole.TABLE,
            new Locator.GetByRoleOptions().setName("What would become of each value"));
    assertThat(values).containsText("Takes the orders of the shop");
    assertThat(values).containsText("Web shop");
    browser.pictures("asset-merge");
    in(dialog, "Merge them").click();
    assertThat(page.getByText(other + " is a part of it now.")).isVisible();
    assertThat(page.getByRole(AriaRole.LIST, named("Assets that turned out to be this one")))
        .containsText(other + " as Ada said");
  }

  /** Drafts a policy by which what is medium becomes high, and puts it in force. */
  void judgeByAnotherPolicy() {
    page.navigate(address + "/vulnerabilities/policies");
    assertThat(heading("In force: default 1", 2)).isVisible();
    assertThat(page.getByRole(AriaRole.TABLE, named("What the policy says")))
        .containsText("CVSS is 9.0 or more and EPSS is 30 % or more");
    browser.pictures("risk-policies");
    page.getByRole(AriaRole.LINK, named("New policy")).click();
    page.getByLabel("Name of the policy").fill("shop");
    button("Add a condition for high").click();
    Locator added = page.getByRole(AriaRole.GROUP, named("High, condition 3"));
    added.getByLabel("CVSS ≥").fill("5");
    button("Show what would change").click();
    Locator changed = page.getByRole(AriaRole.TABLE, named("Findings that would change"));
    assertThat(changed).containsText("CVE-2026-1003");
    browser.pictures("risk-policy-draft");
    page.getByLabel("Reason").fill("Everything is public here");
    button("Store as a version").click();
    assertThat(heading("shop 1", 1)).isVisible();
    browser.pictures("risk-policy");
    button("Put in force…").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByRole(AriaRole.TABLE)).isVisible();
    assertThat(in(dialog, "Put in force")).isDisabled();
    dialog.getByLabel("Reason").fill("As the owner wants it");
    browser.pictures("risk-policy-in-force");
    in(dialog, "Put in force").click();
    assertThat(page.getByText("As the owner wants it")).isVisible();
    page.navigate(address + "/vulnerabilities?status=any&risk=high");
    Deadline.await(
        PATIENCE,
        () -> "the finding that is high now; the page says " + page.locator("main").innerText(),
        () -> {
          button("Refresh").click();
          return page.locator("main").innerText().contains("CVE-2026-1003");
        });
  }

  /** Gives out what is stated, takes it in again, and what somebody else states. */
  void exchangeVex() throws IOException {
    page.navigate(address + "/vulnerabilities");
    page.getByRole(AriaRole.LINK, named("VEX")).click();
    assertThat(heading("VEX", 1)).isVisible();
    Assertions.assertThat(page.url()).endsWith("/vulnerabilities/vex?status=any");
    page.getByLabel("Format").selectOption(new SelectOption().setLabel("CycloneDX 1.6 VEX"));
    Download download = page.waitForDownload(() -> button("Download").click());
    Assertions.assertThat(download.suggestedFilename()).matches("eventsec-vex-.*\\.cdx\\.json");
    Path file = download.path();
    String ours = Files.readString(file);
    Assertions.assertThat(ours).contains("CVE-2026-1001", "CVE-2026-1003", "CycloneDX");
    apply("ours.json", ours);
    assertThat(page.getByText("No finding was moved.")).isVisible();
    assertThat(page.getByText("3 findings stood so already, 0 could not be moved.")).isVisible();
    apply("theirs.json", THEIRS);
    assertThat(page.getByRole(AriaRole.TABLE, named("Not moved")))
        .containsText("CVE-2026-1001False positive");
    assertThat(page.getByRole(AriaRole.TABLE, named("Statements about nothing here")))
        .containsText("CVE-1999-1");
    browser.pictures("vex");
  }

  private void apply(String name, String document) {
    page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(
            new FilePayload(name, "application/json", document.getBytes(StandardCharsets.UTF_8)));
    button("Apply").click();
  }

  /** Nothing of it is offered to those who may only look. */
  void seeNoneOfItAsViewer() {
    page.navigate(address + "/vulnerabilities/policies");
    assertThat(heading("In force: shop 1", 2)).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("New policy"))).hasCount(0);
    page.getByRole(AriaRole.LINK, named("Look at it")).click();
    assertThat(heading("shop 1", 1)).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("Draft another from it"))).hasCount(0);
    page.navigate(address + "/vulnerabilities/vex");
    assertThat(button("Download")).isVisible();
    assertThat(button("Apply")).hasCount(0);
  }

  private Locator heading(String name, int level) {
    return page.getByRole(AriaRole.HEADING, named(name).setLevel(level));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Locator in(Locator within, String button) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
