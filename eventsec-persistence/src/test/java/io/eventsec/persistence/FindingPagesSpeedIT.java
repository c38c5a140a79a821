package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.risk.RiskCondition;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.persistence.riskpolicy.RiskPreview;
import io.eventsec.persistence.riskpolicy.RiskPreviews;
import io.eventsec.persistence.vulnerability.FindingFilter;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.FindingSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long the first 50 of many findings take, by filter. Prints; what it asserts is that they are
 * those that a plain query finds. {@code -Deventsec.speed.findings=1000000} for figures worth
 * keeping.
 */
class FindingPagesSpeedIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final int FINDINGS = Integer.getInteger("eventsec.speed.findings", 5_000);

  /** No more rounds are begun after it: what is slow is known to be after a few. */
  private static final long LONGEST = 30_000_000_000L;

  private static final int ROUNDS = FINDINGS > 5_000 ? 100 : 3;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Set<FindingStatus> WAITING =
      Set.of(FindingStatus.OPEN, FindingStatus.IN_REVIEW);

  /** 100 components an asset, 5,000 vulnerabilities; one of 50 is exploited, one of 5 closed. */
  private static final List<String> ROWS =
      List.of(
          """
          insert into vulnerabilities (id, title, modified_at)
            select 'CVE-2026-' || n, 'Hole number ' || n || ' in a thing', now()
            from generate_series(1, 5000) n""",
          """
          insert into assets (id, tenant, hostname, first_seen_at, last_seen_at)
            select cast(lpad(to_hex(n), 32, '0') as uuid), 'default', 'host-' || n, now(), now()
            from generate_series(0, %1$d / 100 - 1) n""",
          """
          insert into software_components (tenant, asset_id, component_key, ecosystem, name,
              version, purl, first_seen_at, last_seen_at)
            select 'default', cast(lpad(to_hex(n / 100), 32, '0') as uuid), sha256(cast(n as text)::bytea),
              'npm', 'component-' || n %% 2000, '1.0.0', 'pkg:npm/c', now(), now()
            from generate_series(0, %1$d - 1) n""",
          """
          insert into asset_vulnerabilities (tenant, asset_id, component_id, vulnerability_id,
              status, risk, found_risk, risk_score, evidence, facts, found_at, opened_at, due_at,
              exploited, closed_at)
            select 'default', asset_id, id, 'CVE-2026-' || (id * 7919) %% 5000 + 1, status, risk,
              risk, score, evidence, cast(format(
                '{"cvss":%%s,"epss":%%s,"criticality":"%%s","exposed":false}',
                round((id * 7919) %% 5000 / 500.0, 1), round((id * 7919) %% 5000 / 5000.0, 5),
                (array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[id / 100 %% 4 + 1]) as json),
              '2026-01-01', '2026-01-01',
              timestamptz '2026-01-01' + id %% 365 * interval '1 day', id %% 50 = 0,
              case status when 'FIXED' then now() end
            from (select id, asset_id, (id * 7919 %% 1009) / 1009.0 as score,
                (array['LOW', 'LOW', 'LOW', 'MEDIUM', 'MEDIUM', 'HIGH', 'CRITICAL'])[id %% 7 + 1]
                  as risk,
                (array['OPEN', 'OPEN', 'OPEN', 'FIXED', 'IN_REVIEW'])[id %% 5 + 1] as status,
                json_build_object('padding', repeat('evidence ', 80)) as evidence
              from software_components) made""",
          """
          insert into found_components (tenant, name)
            select distinct tenant, name from software_components""",
          "vacuum analyze");

  private static final Map<String, Case> CASES = new LinkedHashMap<>();

  static {
    put("all", FindingFilter.ALL, "true");
    FindingFilter waiting = FindingFilter.ALL.withStatuses(WAITING);
    String isWaiting = "status in ('OPEN', 'IN_REVIEW')";
    put("waiting", waiting, isWaiting);
    put(
        "waiting, high or more",
        waiting.withRiskAtLeast(RiskLevel.HIGH),
        isWaiting + " and risk in ('HIGH', 'CRITICAL')");
    put("waiting, exploited", waiting.ofExploited(), isWaiting + " and exploited");
    put(
        "overdue, medium or more",
        FindingFilter.ALL.overdueAt(NOW).withRiskAtLeast(RiskLevel.MEDIUM),
        isWaiting + " and due_at <= '2026-06-01T00:00Z' and risk <> 'LOW'");
    put(
        "overdue by a day of the first days",
        FindingFilter.ALL.overdueAt(Instant.parse("2026-01-02T00:00:00Z")),
        isWaiting + " and due_at <= '2026-01-02T00:00Z'");
    put(
        "of a vulnerability",
        waiting.withVulnerability("CVE-2026-17"),
        isWaiting + " and vulnerability_id = 'CVE-2026-17'");
    put(
        "of an asset",
        waiting.withAsset(new UUID(0, 7)),
        isWaiting + " and asset_id = '00000000-0000-0000-0000-000000000007'");
    put("text in many", waiting.withText("Component-1"), isWaiting + names("component-1"));
    put("text in few", waiting.withText("host-17"), isWaiting + names("host-17"));
    put("text in one vulnerability", waiting.withText("2026-4711"), isWaiting + names("2026-4711"));
    put("text in some names", waiting.withText("component-17"), isWaiting + names("component-17"));
    put(
        "text in one name",
        waiting.withText("component-1717"),
        isWaiting + names("component-1717"));
    put(
        "text in all titles, exploited",
        waiting.withText("in a Thing").ofExploited(),
        isWaiting + " and exploited " + names("in a thing"));
    put(
        "text in few, exploited",
        waiting.withText("host-17").ofExploited(),
        isWaiting + " and exploited " + names("host-17"));
    put(
        "text in many, exploited, medium or more",
        waiting.withText("component-1").ofExploited().withRiskAtLeast(RiskLevel.MEDIUM),
        isWaiting + " and exploited and risk <> 'LOW' " + names("component-1"));
    put(
        "text in many, of an asset",
        waiting.withText("component-1").withAsset(new UUID(0, 7)),
        isWaiting
            + " and asset_id = '00000000-0000-0000-0000-000000000007'"
            + names("component-1"));
    put("text in none", waiting.withText("no such thing"), "false");
    put(
        "text in none, of any status and risk",
        FindingFilter.ALL.withText("no such thing"),
        "false");
    put("text in none, exploited", waiting.withText("no such thing").ofExploited(), "false");
  }

  private record Case(FindingFilter filter, String condition) {}

  private static void put(String name, FindingFilter filter, String condition) {
    CASES.put(name, new Case(filter, condition));
  }

  private static String names(String text) {
    return """
         and exists (select from software_components c join assets a on a.id = c.asset_id
          join vulnerabilities v on v.id = f.vulnerability_id where c.id = f.component_id
          and strpos(c.name || ' ' || a.hostname || ' ' || v.id || ' ' || v.title, '%s') > 0)"""
        .formatted(text);
  }

  private final TestFindings findings = new TestFindings(STORE);

  @BeforeEach
  void make() {
    ROWS.forEach(sql -> STORE.execute(sql.formatted(FINDINGS)));
  }

  @Test
  void firstPages_areThoseOfAPlainQuery_andTheirTimeIsPrinted() {
    CASES.forEach(
        (name, one) -> {
          FindingQuery query = FindingQuery.all(TENANT, 50).with(one.filter);
          assertThat(findings.find(query).rows().stream().map(FindingSummary::id).toList())
              .as(name)
              .isEqualTo(plain(one.condition));
          print(name, query);
        });
    String cursor = findings.find(FindingQuery.all(TENANT, 200)).nextCursor().orElseThrow();
    print("second page of all", FindingQuery.all(TENANT, 50).withCursor(cursor));
  }

  /** What another policy would change is asked by people, who wait for it. */
  @Test
  void preview_countsAllFindings_andItsTimeIsPrinted() {
    RiskPolicy policy =
        new RiskPolicy(
            "calm",
            1,
            Map.of(RiskLevel.HIGH, List.of(RiskCondition.cvss(9))),
            RiskPolicy.DEFAULT.weights(),
            Map.of());
    RiskPreviews previews = new RiskPreviews(STORE.pool());
    for (int round = 0; round < 3; round++) {
      long began = System.nanoTime();
      RiskPreview preview = previews.of(TENANT, policy);
      System.out.printf(
          "preview of a policy on %d findings: %.0f ms%n",
          FINDINGS, (System.nanoTime() - began) / 1e6);
      assertThat(preview.findings()).isEqualTo(FINDINGS / 5 * 4);
      assertThat(
              preview.moves().stream()
                  .filter(one -> one.to() == RiskLevel.HIGH)
                  .mapToLong(RiskPreview.Move::findings)
                  .sum())
          .isEqualTo(count("status <> 'FIXED' and cast(facts ->> 'cvss' as numeric) >= 9"));
    }
  }

  private static long count(String condition) {
    return Long.parseLong(
        OldSchema.strings(
                STORE.database(),
                "select count(*)::text from asset_vulnerabilities where " + condition)
            .get(0));
  }

  private List<Long> plain(String condition) {
    return STORE
        .entities()
        .inTransaction(
            manager ->
                manager
                    .createNativeQuery(
                        "select f.id from asset_vulnerabilities f where "
                            + condition
                            + " order by risk_score desc, id desc limit 50",
                        Long.class)
                    .getResultList()
                    .stream()
                    .map(id -> (Long) id)
                    .toList());
  }

  private void print(String name, FindingQuery query) {
    List<Long> took = new ArrayList<>();
    long start = System.nanoTime();
    while (took.size() < ROUNDS && System.nanoTime() - start < LONGEST) {
      long began = System.nanoTime();
      assertThat(findings.find(query).rows()).hasSizeLessThanOrEqualTo(50);
      took.add(System.nanoTime() - began);
    }
    Collections.sort(took);
    System.out.printf(
        "%-40s of %d findings: median %.1f ms, p95 %.1f ms, %d rounds%n",
        name,
        FINDINGS,
        took.get(took.size() / 2) / 1e6,
        took.get(took.size() * 95 / 100) / 1e6,
        took.size());
  }
}
