package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.persistence.vulnerability.Vulnerabilities;
import io.eventsec.persistence.vulnerability.VulnerabilityQuery;
import io.eventsec.persistence.vulnerability.VulnerabilitySummary;
import io.eventsec.testkit.TestEvents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VulnerabilitiesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  private static final String FINDINGS =
      """
      insert into vulnerabilities (id, title, cvss_score, kev_since, modified_at)
        select 'CVE-2026-' || n, 'Hole ' || n, nullif(n, 0), date '2026-01-01', now()
        from generate_series(0, 9) n;
      insert into asset_vulnerabilities (tenant, asset_id, component_id, vulnerability_id, status,
          risk, found_risk, risk_score, evidence, fixed_version, found_at, opened_at, accepted_by, accepted_reason,
          accepted_until, closed_at)
        select c.tenant, c.asset_id, c.id, 'CVE-2026-' || n,
          case n when 3 then 'ACCEPTED' when 4 then 'FIXED' else 'OPEN' end,
          case when n > 6 then 'CRITICAL' else 'LOW' end, 'LOW', n / 10.0, '{}', '9.9', now(), now(),
          case n when 3 then u.id end, 'why', now(), case n when 4 then now() end
        from software_components c join users u on u.tenant = c.tenant and u.username = 'ada'
          cross join generate_series(0, 8) n""";

  @Test
  void lists_beforeAnythingIsMatched_areEmpty() {
    assertThat(page(VulnerabilityQuery.all(TENANT, 10)).rows()).isEmpty();
    assertThat(findings(FindingQuery.all(TENANT, 10)).rows()).isEmpty();
  }

  @Test
  void page_isTheTenantsWorstFirstWithHowManyHaveIt() {
    assets(3);
    STORE.execute(FINDINGS);
    List<VulnerabilitySummary> page = page(VulnerabilityQuery.all(TENANT, 200)).rows();
    assertThat(page)
        .extracting(VulnerabilitySummary::id)
        .as("neither the one that nobody has nor the one that is fixed")
        .containsExactly(
            "CVE-2026-8",
            "CVE-2026-7",
            "CVE-2026-6",
            "CVE-2026-5",
            "CVE-2026-3",
            "CVE-2026-2",
            "CVE-2026-1",
            "CVE-2026-0");
    assertThat(page).extracting(VulnerabilitySummary::findings).containsOnly(3L);
    assertThat(page.get(0).cvssScore()).contains(8.0);
    assertThat(page.get(0).kevSince()).contains(LocalDate.of(2026, 1, 1));
    assertThat(page.get(7).cvssScore()).isEmpty();
    assertThat(page(VulnerabilityQuery.all(OTHER, 10)).rows()).isEmpty();
  }

  @Test
  void page_walksAllOnce() {
    assets(1);
    STORE.execute(FINDINGS);
    List<String> walked = new ArrayList<>();
    VulnerabilityQuery query = VulnerabilityQuery.all(TENANT, 3);
    Page<VulnerabilitySummary> page = page(query);
    page.rows().forEach(row -> walked.add(row.id()));
    while (page.nextCursor().isPresent()) {
      page = page(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.id()));
    }
    assertThat(walked).hasSize(8).doesNotHaveDuplicates();
    assertThatIllegalArgumentException().isThrownBy(() -> page(query.withCursor("x")));
  }

  @Test
  void findings_filterAndTellWhoAccepted() {
    List<UUID> assets = assets(2);
    STORE.execute(FINDINGS);
    FindingQuery all = FindingQuery.all(TENANT, 200);
    assertThat(findings(all).rows()).hasSize(18);
    assertThat(findings(all).rows().get(0).riskScore()).isEqualTo(0.8);
    assertThat(findings(all.withRisks(Set.of(RiskLevel.CRITICAL))).rows()).hasSize(4);
    assertThat(findings(all.withAsset(assets.get(0))).rows())
        .hasSize(9)
        .extracting(FindingSummary::hostname)
        .containsOnly("host-0");
    assertThat(findings(all.withVulnerability("CVE-2026-5")).rows()).hasSize(2);
    assertThat(findings(all.withVulnerability("' or 1 = 1 --")).rows()).isEmpty();
    List<FindingSummary> accepted =
        findings(all.withStatuses(Set.of(FindingStatus.ACCEPTED))).rows();
    assertThat(accepted).hasSize(2);
    assertThat(accepted.get(0).standing().acceptedBy().orElseThrow().username()).isEqualTo("ada");
    assertThat(accepted.get(0).component()).isEqualTo("bash");
    assertThat(accepted.get(0).fixedVersion()).contains("9.9");
    assertThat(accepted.get(0).scores())
        .isEqualTo(
            new FindingSummary.Scores(
                Optional.of(3.0), Optional.empty(), Optional.of(LocalDate.of(2026, 1, 1))));
    assertThat(findings(FindingQuery.all(OTHER, 10)).rows()).isEmpty();
  }

  @Test
  void findings_walkAllOnce() {
    assets(3);
    STORE.execute(FINDINGS);
    List<Long> walked = new ArrayList<>();
    FindingQuery query = FindingQuery.all(TENANT, 4);
    Page<FindingSummary> page = findings(query);
    page.rows().forEach(row -> walked.add(row.id()));
    while (page.nextCursor().isPresent()) {
      page = findings(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.id()));
    }
    assertThat(walked).hasSize(27).doesNotHaveDuplicates();
  }

  @Test
  void statements_doNotGrowWithTheRows() {
    assets(10);
    STORE.execute(FINDINGS);
    assertThat(STORE.entities().statements(() -> findings(FindingQuery.all(TENANT, 5))))
        .isEqualTo(2);
    assertThat(STORE.entities().statements(() -> findings(FindingQuery.all(TENANT, 50))))
        .isEqualTo(2);
    assertThat(STORE.entities().statements(() -> page(VulnerabilityQuery.all(TENANT, 2))))
        .isEqualTo(1);
    assertThat(STORE.entities().statements(() -> page(VulnerabilityQuery.all(TENANT, 50))))
        .isEqualTo(1);
  }

  /** Assets with one component each, and the user who accepts findings. */
  private static List<UUID> assets(int count) {
    STORE.people().user(TENANT, "ada");
    SoftwareComponent bash = SoftwareComponent.ofPackage("deb", "bash", "5.2", "amd64");
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                new Snapshot(
                    TENANT,
                    AssetIdentity.ofHostname("host-" + n),
                    TestEvents.BEGINNING,
                    List.of(bash)))
        .map(
            snapshot ->
                STORE
                    .entities()
                    .inTransaction(manager -> new Inventory(manager).record(snapshot))
                    .asset())
        .toList();
  }

  private static Page<VulnerabilitySummary> page(VulnerabilityQuery query) {
    return STORE.entities().inTransaction(manager -> new Vulnerabilities(manager).page(query));
  }

  private static Page<FindingSummary> findings(FindingQuery query) {
    return STORE.entities().inTransaction(manager -> new Vulnerabilities(manager).findings(query));
  }
}
