package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.finding.RiskAcceptance;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingFilter;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.persistence.vulnerability.VexFinding;
import io.eventsec.persistence.vulnerability.VexFindings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Findings as VEX speaks of them. */
class VexFindingsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  private final TestFeed feed = new TestFeed();
  private final TestFindings given = new TestFindings(STORE);
  private VexFindings findings = new VexFindings(STORE.pool());
  private List<UUID> hosts = List.of();

  @BeforeEach
  void begin() {
    findings = new VexFindings(STORE.pool());
    AssetRef first = given.install(TENANT, "web-1", npm("leftpad"), npm("chalk"), npm("fine"));
    AssetRef second = given.install(TENANT, "web-2", npm("leftpad"));
    given.install(OTHER, "else-1", npm("leftpad"));
    hosts =
        Stream.of(first.id(), second.id()).sorted(Comparator.comparing(UUID::toString)).toList();
    given.evaluatePending(
        feed.of(
                "osv.jsonl",
                TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD),
                TestFeed.osv("GHSA-aaaa-bbbb-cccc", "chalk", "1.1.0", BAD)
                    .replace("\"summary\"", "\"aliases\":[\"CVE-2026-2\"],\"summary\""))
            .read());
  }

  @Test
  void names_findAssetsOfTheTenant_inPages() {
    VexFindings.Names names = findings.names(Set.of("CVE-2026-1", "CVE-1999-1"));
    assertThat(names.ids()).containsExactly("CVE-2026-1");
    List<UUID> page = findings.assets(TENANT, names, Optional.empty(), 1);
    assertThat(page).containsExactly(hosts.get(0));
    assertThat(findings.assets(TENANT, names, Optional.of(page.get(0)), 5))
        .containsExactly(hosts.get(1));
    assertThat(findings.assets(OTHER, names, Optional.empty(), 5)).hasSize(1);
    assertThat(findings.assets(new Tenant("nobody"), names, Optional.empty(), 5)).isEmpty();
    assertThat(findings.assets(TENANT, findings.names(Set.of("CVE-1999-1")), Optional.empty(), 5))
        .isEmpty();
  }

  @Test
  void nameOfAnAdvisory_findsWhatItIsEvidenceOf() {
    VexFindings.Names names = findings.names(Set.of("GHSA-AAAA-BBBB-CCCC"));
    AssetRef asset = new AssetRef(TENANT, asset("web-1"));
    assertThat(findings.assets(TENANT, names, Optional.empty(), 5)).containsExactly(asset.id());
    VexFinding found = findings.ofAsset(asset, names).get(0);
    assertThat(found.position().subject().vulnerability()).isEqualTo("CVE-2026-2");
    assertThat(found.position().subject().names()).contains("GHSA-aaaa-bbbb-cccc");
    assertThat(found.position().subject().component().purl().orElseThrow())
        .hasToString("pkg:npm/chalk@1.0.0");
    assertThat(findings.installed(asset))
        .extracting(SoftwareComponent::name)
        .containsExactlyInAnyOrder("leftpad", "chalk", "fine");
    assertThat(findings.ofAsset(new AssetRef(OTHER, asset.id()), names)).isEmpty();
  }

  @Test
  void all_tellWhereEachStands_withItsWords_butNotWhatIsFixed() {
    UUID ada = STORE.people().user(TENANT, "ada");
    given.move(
        TENANT,
        ada,
        new FindingMove.Target(
            FindingStatus.FALSE_POSITIVE,
            "never called",
            Optional.of(VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH),
            Optional.empty()),
        finding("CVE-2026-2"));
    Instant until = Instant.now().plus(Duration.ofDays(1));
    given.move(
        TENANT,
        ada,
        new FindingMove.Target(
            FindingStatus.ACCEPTED,
            "behind a firewall",
            Optional.empty(),
            Optional.of(new FindingMove.Terms(ada, until))),
        finding("CVE-2026-1"));
    List<VexFinding> all = findings.all(TENANT, FindingFilter.ALL, Optional.empty(), 10);
    assertThat(all)
        .hasSize(3)
        .isSortedAccordingTo(
            Comparator.comparing((VexFinding one) -> one.position().subject().vulnerability())
                .thenComparing(VexFinding::id));
    assertThat(findings.all(TENANT, FindingFilter.ALL, Optional.of(all.get(0)), 10))
        .containsExactly(all.get(1), all.get(2));
    assertThat(findings.all(TENANT, FindingFilter.ALL, Optional.of(all.get(1)), 10))
        .containsExactly(all.get(2));
    assertThat(
            findings.all(TENANT, FindingFilter.ALL.withAsset(asset("web-1")), Optional.empty(), 10))
        .hasSize(2);
    assertThat(
            findings.all(OTHER, FindingFilter.ALL.withAsset(asset("web-1")), Optional.empty(), 10))
        .isEmpty();
    VexStatement said =
        all.stream().flatMap(one -> one.position().statement().stream()).findFirst().orElseThrow();
    assertThat(said.claim().impact()).isEqualTo("never called");
    assertThat(said.claim().justification())
        .contains(VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
    assertThat(all.stream().flatMap(one -> one.position().state().acceptance().stream()))
        .extracting(RiskAcceptance::owner)
        .containsExactly("ada");
    given.install(TENANT, "web-2", npm("leftpad", "1.1.0"));
    given.evaluatePending(feed.read());
    assertThat(findings.all(TENANT, FindingFilter.ALL, Optional.empty(), 10)).hasSize(2);
  }

  @Test
  void all_areThoseThatTheListShows() {
    UUID ada = STORE.people().user(TENANT, "ada");
    given.move(
        TENANT, ada, FindingMove.Target.of(FindingStatus.IN_REVIEW, "mine"), finding("CVE-2026-1"));
    given.install(TENANT, "web-2", npm("leftpad", "1.1.0"));
    given.evaluatePending(feed.read());
    Instant farAway = Instant.now().plus(Duration.ofDays(10_000));
    FindingFilter all = FindingFilter.ALL;
    for (FindingFilter filter :
        List.of(
            all,
            all.withStatuses(Set.of(FindingStatus.IN_REVIEW, FindingStatus.FIXED)),
            all.withStatuses(Set.of(FindingStatus.FIXED)),
            all.withRisks(Set.of(RiskLevel.LOW)),
            all.withRiskAtLeast(RiskLevel.MEDIUM),
            all.withAsset(asset("web-1")),
            all.withVulnerability("CVE-2026-2"),
            all.withText("LEFT"),
            all.withText("web-1"),
            all.withText("100%"),
            all.ofExploited(),
            all.overdueAt(Instant.now()),
            all.overdueAt(farAway),
            all.overdueAt(farAway).withStatuses(Set.of(FindingStatus.OPEN)))) {
      List<Long> listed =
          given.find(FindingQuery.all(TENANT, 10).with(filter)).rows().stream()
              .filter(one -> one.status() != FindingStatus.FIXED)
              .map(FindingSummary::id)
              .sorted()
              .toList();
      assertThat(findings.all(TENANT, filter, Optional.empty(), 10))
          .as(filter.toString())
          .extracting(VexFinding::id)
          .containsExactlyInAnyOrderElementsOf(listed);
    }
    assertThat(findings.all(TENANT, all, Optional.empty(), 10)).hasSize(2);
    assertThat(findings.all(TENANT, all.overdueAt(farAway), Optional.empty(), 10)).hasSize(2);
  }

  private FindingSummary finding(String vulnerability) {
    return given.all(TENANT).stream()
        .filter(one -> one.vulnerability().equals(vulnerability) && one.hostname().equals("web-1"))
        .findFirst()
        .orElseThrow();
  }

  private static UUID asset(String host) {
    return UUID.fromString(
        OldSchema.strings(
                STORE.database(), "select id::text from assets where hostname = '" + host + "'")
            .get(0));
  }
}
