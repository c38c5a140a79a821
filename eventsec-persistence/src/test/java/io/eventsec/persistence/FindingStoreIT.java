package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.MILD;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.core.vuln.feed.FeedState;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.AdvisorySources;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.FindingSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindingStoreIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final String LEFTPAD = TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD);

  private final TestFeed feed = new TestFeed();
  private final TestFindings given = new TestFindings(STORE);
  private FindingStore findings = new FindingStore(STORE.pool());

  @BeforeEach
  void begin() {
    findings = new FindingStore(STORE.pool());
  }

  @Test
  void snapshotAndFeed_giveFindingsWithEvidence_andTwiceChangesNothing() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad", "1.0.0"), npm("chalk", "5.0.0"));
    MatchingLibrary library = feed.of("osv.jsonl", LEFTPAD).read();
    assertThat(given.evaluatePending(library)).isEqualTo(new FindingChanges(1, 0, 0, 0, 0, 0));
    FindingSummary found = only();
    assertThat(found.vulnerability()).isEqualTo("CVE-2026-1");
    assertThat(found.title()).isEqualTo("Hole in leftpad");
    assertThat(found.component()).isEqualTo("leftpad");
    assertThat(found.fixedVersion()).contains("1.1.0");
    assertThat(found.status()).isEqualTo(FindingStatus.OPEN);
    assertThat(found.risk()).isEqualTo(RiskLevel.HIGH);
    assertThat(found.undecided()).isFalse();
    assertThat(found.evidence().said())
        .extracting(one -> one.advisory() + ' ' + one.component() + ' ' + one.fixedIn())
        .containsExactly("CVE-2026-1 npm leftpad 1.1.0");
    assertThat(found.evidence().reasons()).isNotEmpty();
    assertThat(
            texts(
                """
                select concat_ws('|', e->>'id', e->>'source', e->>'package', e->>'version',
                  e->>'fixedIn', e->>'undecided', f.evidence->>'undecided', v.cvss_score,
                  v.cvss_vector, v.published_at at time zone 'UTC')
                from asset_vulnerabilities f join vulnerabilities v on v.id = f.vulnerability_id
                  cross join json_array_elements(f.evidence->'advisories') e"""))
        .containsExactly(
            "CVE-2026-1|OSV|npm leftpad|1.0.0|1.1.0|false|false|9.8|"
                + BAD
                + "|2025-12-01 00:00:00");
    String before = given.dump();
    assertThat(findings.evaluate(asset, library)).isEqualTo(new FindingChanges(0, 0, 0, 0, 1, 0));
    assertThat(given.dump()).isEqualTo(before);
    assertThat(findings.countPending(library)).isZero();
  }

  @Test
  void upgrade_fixes_andDowngradeIsAnotherStay() {
    given.install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    MatchingLibrary library = feed.of("osv.jsonl", LEFTPAD).read();
    given.evaluatePending(library);
    given.install(TENANT, "web-1", npm("leftpad", "1.1.0"));
    assertThat(given.evaluatePending(library).fixed()).isEqualTo(1);
    assertThat(only().status()).isEqualTo(FindingStatus.FIXED);
    assertThat(only().times().closedAt()).isPresent();
    given.install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    assertThat(given.evaluatePending(library).opened()).isEqualTo(1);
    assertThat(given.all(TENANT))
        .extracting(FindingSummary::status)
        .containsExactlyInAnyOrder(FindingStatus.FIXED, FindingStatus.OPEN);
  }

  @Test
  void advisory_withdrawnAndBack_fixesAndReopens() {
    given.install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    given.evaluatePending(feed.of("osv.jsonl", LEFTPAD).read());
    assertThat(
            given.evaluatePending(feed.of("osv.jsonl", TestFeed.withdrawn(LEFTPAD)).read()).fixed())
        .isEqualTo(1);
    assertThat(STORE.number("select count(*) from vulnerabilities where withdrawn_at is not null"))
        .isEqualTo(1);
    FindingChanges back = given.evaluatePending(feed.of("osv.jsonl", LEFTPAD).read());
    assertThat(back.reopened()).isEqualTo(1);
    assertThat(only().status()).isEqualTo(FindingStatus.OPEN);
    assertThat(only().times().closedAt()).isEmpty();
    assertThat(STORE.number("select count(*) from vulnerabilities where withdrawn_at is not null"))
        .isZero();
  }

  @Test
  void advisoryThatChanges_changesRiskAndFixedVersion() {
    given.install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    given.evaluatePending(feed.of("osv.jsonl", LEFTPAD).read());
    String milder = TestFeed.osv("CVE-2026-1", "leftpad", "1.2.0", MILD);
    assertThat(given.evaluatePending(feed.of("osv.jsonl", milder).read()).changed()).isEqualTo(1);
    assertThat(only().risk()).isEqualTo(RiskLevel.LOW);
    assertThat(only().fixedVersion()).contains("1.2.0");
    assertThat(only().revision()).isEqualTo(2);
    feed.of(
        "kev.json",
        "{\"catalogVersion\":\"1\",\"count\":1,\"vulnerabilities\":[{\"cveID\":\"CVE-2026-1\","
            + "\"vulnerabilityName\":\"n\",\"dateAdded\":\"2026-01-05\",\"requiredAction\":\"a\","
            + "\"knownRansomwareCampaignUse\":\"Unknown\"}]}");
    given.evaluatePending(feed.read());
    assertThat(only().risk()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(texts("select kev_since::text from vulnerabilities")).containsExactly("2026-01-05");
  }

  @Test
  void whatPeopleDecided_staysWhileItIsFound_andIsFixedWhenItIsGone() {
    UUID ada = STORE.people().user(TENANT, "ada");
    List<String> statuses = List.of("IN_REVIEW", "MITIGATED", "ACCEPTED", "FALSE_POSITIVE");
    for (String status : statuses) {
      given.install(TENANT, "host-" + status, npm("leftpad", "1.0.0"));
    }
    given.evaluatePending(feed.of("osv.jsonl", LEFTPAD).read());
    for (String status : statuses) {
      STORE.execute(
          """
          update asset_vulnerabilities f set status = '%s', accepted_by = '%s',
            accepted_reason = 'why', accepted_until = now()
          from assets a where a.id = f.asset_id and a.hostname = lower('host-%s')"""
              .formatted(status, ada, status));
    }
    STORE.execute("update assets set hostname = lower(hostname)");
    FindingChanges changes =
        given.evaluatePending(
            feed.of("osv.jsonl", TestFeed.osv("CVE-2026-1", "leftpad", "1.2.0", MILD)).read());
    assertThat(changes.changed()).isEqualTo(4);
    assertThat(given.all(TENANT))
        .extracting(one -> one.status().name())
        .containsExactlyInAnyOrderElementsOf(statuses);
    assertThat(given.all(TENANT))
        .extracting(one -> one.standing().acceptedBy())
        .doesNotContain(Optional.empty());
    assertThat(given.evaluatePending(feed.of("osv.jsonl").read()).fixed()).isEqualTo(4);
    assertThat(given.all(TENANT))
        .extracting(FindingSummary::status)
        .containsOnly(FindingStatus.FIXED);
  }

  @Test
  void versionThatNobodyCanCompare_isAFindingThatSaysSo() {
    given.install(TENANT, "web-1", npm("leftpad", "nightly"));
    given.evaluatePending(feed.of("osv.jsonl", LEFTPAD).read());
    assertThat(given.all(TENANT)).hasSize(1);
    assertThat(
            texts(
                "select undecided || ' ' || (evidence->>'undecided') || ' ' || risk"
                    + " from asset_vulnerabilities"))
        .containsExactly("true true HIGH");
  }

  @Test
  void packagesOfDistributions_areMatchedBySourceWithAndWithoutPackageUrl() {
    String dsa =
        """
        {"id":"DSA-1-1","modified":"2026-01-01T00:00:00Z","aliases":["CVE-2026-7"],"affected":[\
        {"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM",\
        "events":[{"introduced":"0"},{"fixed":"3.0.16-1"}]}]}]}""";
    SoftwareComponent plain =
        SoftwareComponent.ofPackage("deb", "libssl3", "3.0.15-1", "amd64")
            .withDistro("debian-12")
            .withSource("openssl", "3.0.15-1");
    SoftwareComponent named =
        SoftwareComponent.ofPurl(
            "deb",
            "openssl",
            "3.0.15-1",
            "pkg:deb/debian/openssl@3.0.15-1?arch=amd64&distro=debian-12");
    SoftwareComponent other =
        SoftwareComponent.ofPackage("deb", "openssl", "3.0.15-1", "arm64").withDistro("debian-11");
    given.install(TENANT, "web-1", plain, named, other);
    given.evaluatePending(feed.of("osv.jsonl", dsa).read());
    assertThat(given.all(TENANT))
        .extracting(one -> one.component() + ' ' + one.vulnerability())
        .containsExactlyInAnyOrder("libssl3 CVE-2026-7", "openssl CVE-2026-7");
  }

  @Test
  void heldBackFeed_closesNothing_norDoesItAfterARestart() {
    AdvisorySources sources = new AdvisorySources(STORE.pool());
    given.install(TENANT, "web-1", npm("leftpad", "1.0.0"), npm("p7", "1.0.0"));
    String[] many =
        IntStream.range(0, 50)
            .mapToObj(n -> TestFeed.osv("CVE-2026-10" + n, "p" + n, "2.0.0", BAD))
            .toArray(String[]::new);
    given.evaluatePending(feed.of("many.jsonl", many).of("osv.jsonl", LEFTPAD).read());
    sources.put(feed.standings());
    assertThat(sources.all()).isEqualTo(feed.standings());

    feed.standings(sources.all());
    feed.of("many.jsonl", many[0]);
    assertThat(given.evaluatePending(feed.read()).isNothing()).isTrue();
    sources.put(feed.standings());
    assertThat(sources.all()).isEqualTo(feed.standings());
    assertThat(sources.all().get(0).state()).isEqualTo(FeedState.HELD_BACK);

    feed.restart();
    MatchingLibrary lacking =
        feed.of(
                "osv.jsonl",
                TestFeed.withdrawn(LEFTPAD),
                TestFeed.osv("CVE-2026-2", "chalk", "6.0.0", BAD))
            .read();
    assertThat(lacking.complete()).isFalse();
    assertThat(given.evaluatePending(lacking).isNothing()).isTrue();
    given.install(TENANT, "web-1", npm("p7", "1.0.0"), npm("chalk", "5.0.0"));
    FindingChanges changes = given.evaluatePending(lacking);
    assertThat(changes.fixed()).as("leftpad is no longer installed").isEqualTo(1);
    assertThat(changes.opened()).as("what is known counts").isEqualTo(1);

    sources.put(feed.standings());
    assertThat(sources.accept("osv.jsonl")).as("it is in force").isFalse();
    assertThat(sources.accept("none")).isFalse();
    assertThat(sources.accept("many.jsonl")).isTrue();
    assertThat(sources.all())
        .isEqualTo(feed.standings().stream().map(FeedStanding::accept).toList());
    feed.standings(sources.all());
    MatchingLibrary accepted = feed.read();
    assertThat(accepted.complete()).isTrue();
    assertThat(given.evaluatePending(accepted).fixed()).as("p7").isEqualTo(1);
    sources.put(feed.standings());
    assertThat(sources.all()).extracting(FeedStanding::state).containsOnly(FeedState.IN_FORCE);

    assertThat(given.evaluatePending(feed.without("osv.jsonl").read()).isNothing())
        .as("it is gone")
        .isTrue();
    sources.put(feed.standings());
    assertThat(sources.accept("osv.jsonl")).isTrue();
    feed.standings(sources.all());
    assertThat(given.evaluatePending(feed.read()).fixed())
        .as("nobody speaks of chalk")
        .isEqualTo(1);
  }

  @Test
  void pending_isWhatHasChangedAndNothingElse() {
    AssetRef one = given.install(TENANT, "one", npm("leftpad", "1.0.0"));
    AssetRef two = given.install(OTHER, "two", npm("leftpad", "1.0.0"));
    MatchingLibrary library = feed.of("osv.jsonl", LEFTPAD).read();
    assertThat(findings.pending(library, Optional.empty(), 10)).containsExactly(one, two);
    assertThat(findings.pending(library, Optional.of(one), 10)).containsExactly(two);
    given.evaluatePending(library);
    assertThat(findings.pending(library, Optional.empty(), 10)).isEmpty();
    given.install(OTHER, "two", npm("leftpad", "1.0.0"));
    assertThat(findings.pending(library, Optional.empty(), 10)).containsExactly(two);
    given.evaluatePending(library);
    STORE.execute("update assets set criticality = 'CRITICAL' where tenant = 'default'");
    assertThat(findings.pending(library, Optional.empty(), 10)).containsExactly(one);
    given.evaluatePending(library);
    MatchingLibrary newer = feed.of("osv.jsonl", LEFTPAD.replace("Hole", "Gap")).read();
    assertThat(findings.pending(newer, Optional.empty(), 10)).containsExactly(one, two);
    assertThat(findings.countPending(newer)).isEqualTo(2);
    assertThat(given.all(TENANT)).as("of the tenant alone").hasSize(1);
  }

  @Test
  void assetsThatAreEvaluatedAtOnce_doNotHoldUpEachOther() {
    List<AssetRef> assets =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    given.install(
                        TENANT,
                        "host-" + n,
                        IntStream.range(0, 40)
                            .mapToObj(p -> npm("p" + (n % 2 == 0 ? p : 39 - p), "1.0.0"))
                            .toArray(SoftwareComponent[]::new)))
            .toList();
    MatchingLibrary library =
        feed.of(
                "osv.jsonl",
                IntStream.range(0, 40)
                    .mapToObj(p -> TestFeed.osv("CVE-2026-10" + p, "p" + p, "2.0.0", BAD))
                    .toArray(String[]::new))
            .read();
    long opened =
        assets.parallelStream().mapToLong(one -> findings.evaluate(one, library).opened()).sum();
    assertThat(opened).isEqualTo(320);
    assertThat(STORE.number("select count(*) from vulnerabilities")).isEqualTo(40);
  }

  private FindingSummary only() {
    assertThat(given.all(TENANT)).hasSize(1);
    return given.all(TENANT).get(0);
  }

  private static List<String> texts(String sql) {
    return new ArrayList<>(OldSchema.strings(STORE.database(), sql));
  }
}
