package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.finding.FindingChangeKind;
import io.eventsec.persistence.vulnerability.FindingHistoryEntry;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.FindingSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcceptanceExpiryIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

  @Test
  void acceptanceThatIsOver_opensItsFindingAgain_andNoOther() {
    TestFindings findings = new TestFindings(STORE);
    FindingStore store = new FindingStore(STORE.pool());
    UUID ada = STORE.people().user(TENANT, "ada");
    findings.evaluate(
        findings.install(TENANT, "web-1", npm("leftpad"), npm("chalk"), npm("debug")),
        new TestFeed()
            .of(
                "osv.jsonl",
                TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD),
                TestFeed.osv("CVE-2026-2", "chalk", "1.1.0", BAD),
                TestFeed.osv("CVE-2026-3", "debug", "1.1.0", BAD))
            .read());
    FindingMove.Target accepted =
        new FindingMove.Target(
            FindingStatus.ACCEPTED,
            "behind a gate",
            Optional.empty(),
            Optional.of(new FindingMove.Terms(ada, LATER)));
    findings.all(TENANT).forEach(one -> findings.move(TENANT, ada, accepted, one));
    assertThat(store.expireAcceptances(10)).isZero();
    STORE.execute(
        """
        update asset_vulnerabilities set accepted_until = now() - interval '1 second'
        where vulnerability_id in ('CVE-2026-1', 'CVE-2026-2')""");

    assertThat(store.expireAcceptances(1)).as("bounded").isEqualTo(1);
    assertThat(store.expireAcceptances(10)).isEqualTo(1);
    assertThat(store.expireAcceptances(10)).isZero();

    List<FindingSummary> all = findings.all(TENANT);
    assertThat(all)
        .filteredOn(one -> one.status() == FindingStatus.ACCEPTED)
        .extracting(FindingSummary::vulnerability)
        .containsExactly("CVE-2026-3");
    FindingSummary opened =
        all.stream()
            .filter(one -> one.vulnerability().equals("CVE-2026-1"))
            .findAny()
            .orElseThrow();
    assertThat(opened.status()).isEqualTo(FindingStatus.OPEN);
    assertThat(opened.revision()).isEqualTo(3);
    assertThat(opened.standing().acceptedUntil()).isEmpty();
    List<FindingHistoryEntry> history = findings.detail(TENANT, opened.id()).history();
    FindingHistoryEntry last = history.get(history.size() - 1);
    assertThat(last.change()).isEqualTo(FindingChangeKind.EXPIRED);
    assertThat(last.by()).as("nobody: time did").isEmpty();
  }
}
