package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.core.vuln.feed.FeedState;
import io.eventsec.core.vuln.feed.LibraryDifference;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.AdvisorySources;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.persistence.vulnerability.Vulnerabilities;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindingStoreIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final String BAD = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  private static final String MILD = "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N";
  private static final String LEFTPAD = TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD);

  private final TestFeed feed = new TestFeed();
  private FindingStore findings = new FindingStore(STORE.pool());
  private int snapshots;

  @BeforeEach
  void begin() {
    findings = new FindingStore(STORE.pool());
  }

  @Test
  void snapshotAndFeed_giveFindingsWithEvidence_andTwiceChangesNothing() {
    AssetRef asset = install(TENANT, "web-1", npm("leftpad", "1.0.0"), npm("chalk", "5.0.0"));
    MatchingLibrary library = feed.of("osv.jsonl", LEFTPAD).read();
    assertThat(evaluate(library)).isEqualTo(new FindingChanges(1, 0, 0, 0, 0, 0));
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
    String before = dump();
    assertThat(findings.evaluate(asset, library)).isEqualTo(new FindingChanges(0, 0, 0, 0, 1, 0));
    assertThat(dump()).isEqualTo(before);
    assertThat(findings.countPending(library)).isZero();
  }

  @Test
  void upgrade_fixes_andDowngradeIsAnotherStay() {
    install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    MatchingLibrary library = feed.of("osv.jsonl", LEFTPAD).read();
    evaluate(library);
    install(TENANT, "web-1", npm("leftpad", "1.1.0"));
    assertThat(evaluate(library).fixed()).isEqualTo(1);
    assertThat(only().status()).isEqualTo(FindingStatus.FIXED);
    assertThat(only().times().closedAt()).isPresent();
    install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    assertThat(evaluate(library).opened()).isEqualTo(1);
    assertThat(all())
        .extracting(FindingSummary::status)
        .containsExactlyInAnyOrder(FindingStatus.FIXED, FindingStatus.OPEN);
  }

  @Test
  void advisory_withdrawnAndBack_fixesAndReopens() {
    install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    evaluate(feed.of("osv.jsonl", LEFTPAD).read());
    assertThat(evaluate(feed.of("osv.jsonl", TestFeed.withdrawn(LEFTPAD)).read()).fixed())
        .isEqualTo(1);
    assertThat(STORE.number("select count(*) from vulnerabilities where withdrawn_at is not null"))
        .isEqualTo(1);
    FindingChanges back = evaluate(feed.of("osv.jsonl", LEFTPAD).read());
    assertThat(back.reopened()).isEqualTo(1);
    assertThat(only().status()).isEqualTo(FindingStatus.OPEN);
    assertThat(only().times().closedAt()).isEmpty();
    assertThat(STORE.number("select count(*) from vulnerabilities where withdrawn_at is not null"))
        .isZero();
  }

  @Test
  void advisoryThatChanges_changesRiskAndFixedVersion() {
    install(TENANT, "web-1", npm("leftpad", "1.0.0"));
    evaluate(feed.of("osv.jsonl", LEFTPAD).read());
    String milder = TestFeed.osv("CVE-2026-1", "leftpad", "1.2.0", MILD);
    assertThat(evaluate(feed.of("osv.jsonl", milder).read()).changed()).isEqualTo(1);
    assertThat(only().risk()).isEqualTo(RiskLevel.LOW);
    assertThat(only().fixedVersion()).contains("1.2.0");
    assertThat(only().revision()).isEqualTo(2);
    feed.of(
        "kev.json",
        "{\"catalogVersion\":\"1\",\"count\":1,\"vulnerabilities\":[{\"cveID\":\"CVE-2026-1\","
            + "\"vulnerabilityName\":\"n\",\"dateAdded\":\"2026-01-05\",\"requiredAction\":\"a\","
            + "\"knownRansomwareCampaignUse\":\"Unknown\"}]}");
    evaluate(feed.read());
    assertThat(only().risk()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(texts("select kev_since::text from vulnerabilities")).containsExactly("2026-01-05");
  }

  @Test
  void whatPeopleDecided_staysWhileItIsFound_andIsFixedWhenItIsGone() {
    UUID ada = STORE.people().user(TENANT, "ada");
    List<String> statuses = List.of("IN_REVIEW", "MITIGATED", "ACCEPTED", "FALSE_POSITIVE");
    for (String status : statuses) {
      install(TENANT, "host-" + status, npm("leftpad", "1.0.0"));
    }
    evaluate(feed.of("osv.jsonl", LEFTPAD).read());
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
        evaluate(feed.of("osv.jsonl", TestFeed.osv("CVE-2026-1", "leftpad", "1.2.0", MILD)).read());
    assertThat(changes.changed()).isEqualTo(4);
    assertThat(all())
        .extracting(one -> one.status().name())
        .containsExactlyInAnyOrderElementsOf(statuses);
    assertThat(all())
        .extracting(one -> one.standing().acceptedBy())
        .doesNotContain(Optional.empty());
    assertThat(evaluate(feed.of("osv.jsonl").read()).fixed()).isEqualTo(4);
    assertThat(all()).extracting(FindingSummary::status).containsOnly(FindingStatus.FIXED);
  }

  @Test
  void versionThatNobodyCanCompare_isAFindingThatSaysSo() {
    install(TENANT, "web-1", npm("leftpad", "nightly"));
    evaluate(feed.of("osv.jsonl", LEFTPAD).read());
    assertThat(all()).hasSize(1);
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
    install(TENANT, "web-1", plain, named, other);
    evaluate(feed.of("osv.jsonl", dsa).read());
    assertThat(all())
        .extracting(one -> one.component() + ' ' + one.vulnerability())
        .containsExactlyInAnyOrder("libssl3 CVE-2026-7", "openssl CVE-2026-7");
  }

  @Test
  void heldBackFeed_closesNothing_norDoesItAfterARestart() {
    AdvisorySources sources = new AdvisorySources(STORE.pool());
    install(TENANT, "web-1", npm("leftpad", "1.0.0"), npm("p7", "1.0.0"));
    String[] many =
        IntStream.range(0, 50)
            .mapToObj(n -> TestFeed.osv("CVE-2026-10" + n, "p" + n, "2.0.0", BAD))
            .toArray(String[]::new);
    evaluate(feed.of("many.jsonl", many).of("osv.jsonl", LEFTPAD).read());
    sources.put(feed.standings());
    assertThat(sources.all()).isEqualTo(feed.standings());

    feed.standings(sources.all());
    feed.of("many.jsonl", many[0]);
    assertThat(evaluate(feed.read()).isNothing()).isTrue();
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
    assertThat(evaluate(lacking).isNothing()).isTrue();
    install(TENANT, "web-1", npm("p7", "1.0.0"), npm("chalk", "5.0.0"));
    FindingChanges changes = evaluate(lacking);
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
    assertThat(evaluate(accepted).fixed()).as("p7").isEqualTo(1);
    sources.put(feed.standings());
    assertThat(sources.all()).extracting(FeedStanding::state).containsOnly(FeedState.IN_FORCE);

    assertThat(evaluate(feed.without("osv.jsonl").read()).isNothing()).as("it is gone").isTrue();
    sources.put(feed.standings());
    assertThat(sources.accept("osv.jsonl")).isTrue();
    feed.standings(sources.all());
    assertThat(evaluate(feed.read()).fixed()).as("nobody speaks of chalk").isEqualTo(1);
  }

  @Test
  void pending_isWhatHasChangedAndNothingElse() {
    AssetRef one = install(TENANT, "one", npm("leftpad", "1.0.0"));
    AssetRef two = install(OTHER, "two", npm("leftpad", "1.0.0"));
    MatchingLibrary library = feed.of("osv.jsonl", LEFTPAD).read();
    assertThat(findings.pending(library, Optional.empty(), 10)).containsExactly(one, two);
    assertThat(findings.pending(library, Optional.of(one), 10)).containsExactly(two);
    evaluate(library);
    assertThat(findings.pending(library, Optional.empty(), 10)).isEmpty();
    install(OTHER, "two", npm("leftpad", "1.0.0"));
    assertThat(findings.pending(library, Optional.empty(), 10)).containsExactly(two);
    evaluate(library);
    STORE.execute("update assets set criticality = 'CRITICAL' where tenant = 'default'");
    assertThat(findings.pending(library, Optional.empty(), 10)).containsExactly(one);
    evaluate(library);
    MatchingLibrary newer = feed.of("osv.jsonl", LEFTPAD.replace("Hole", "Gap")).read();
    assertThat(findings.pending(newer, Optional.empty(), 10)).containsExactly(one, two);
    assertThat(findings.countPending(newer)).isEqualTo(2);
    assertThat(all()).as("of the tenant alone").hasSize(1);
  }

  @Test
  void assetsThatAreEvaluatedAtOnce_doNotHoldUpEachOther() {
    List<AssetRef> assets =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    install(
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

  @Test
  void randomChanges_incrementallyGiveWhatAFullRunGives() {
    long seed = 20260302;
    Random random = new Random(seed);
    String[] records = new String[12];
    MatchingLibrary library = feed.of("osv.jsonl").read();
    long carried = 0;
    for (int step = 0; step < 500; step++) {
      if (random.nextInt(3) == 0) {
        MatchingLibrary before = library;
        change(random, records);
        feed.of("kev.json", exploited(random.nextInt(records.length)));
        library =
            feed.of(
                    "osv.jsonl",
                    Arrays.stream(records).filter(one -> one != null).toArray(String[]::new))
                .read();
        carried += carryOver(before, library);
      } else {
        install(random.nextBoolean() ? TENANT : OTHER, "host-" + random.nextInt(4), some(random));
      }
      evaluate(library);
      String incremental = active();
      assertThat(incremental).as("step " + step).isEqualTo(expected(library));
      if (step % 20 == 0) {
        String before = dump();
        STORE.execute("truncate asset_evaluations");
        evaluate(library);
        assertThat(dump()).as("step " + step).isEqualTo(before);
      }
    }
    // Assets that changed advisories do not concern were spared.
    assertThat(carried).isPositive();
  }

  private long carryOver(MatchingLibrary before, MatchingLibrary after) {
    return LibraryDifference.between(before, after)
        .map(difference -> findings.carryOver(before.digest(), after, difference))
        .orElse(0L);
  }

  private static String exploited(int number) {
    return """
        {"catalogVersion":"1","count":1,"vulnerabilities":[{"cveID":"CVE-2026-%d","vulnerabilityName":"n",\
        "dateAdded":"2026-01-05","requiredAction":"a","knownRansomwareCampaignUse":"Unknown"}]}"""
        .formatted(number);
  }

  private static void change(Random random, String[] records) {
    int at = random.nextInt(records.length);
    String record =
        TestFeed.osv(
            "CVE-2026-" + at,
            "p" + random.nextInt(6),
            "1." + random.nextInt(5) + ".0",
            random.nextBoolean() ? BAD : MILD);
    switch (random.nextInt(4)) {
      case 0 -> records[at] = "";
      case 1 -> records[at] = TestFeed.withdrawn(record);
      default -> records[at] = record;
    }
  }

  private static SoftwareComponent[] some(Random random) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(
            n ->
                npm(
                    "p" + random.nextInt(6),
                    random.nextInt(8) == 0 ? "nightly" : "1." + random.nextInt(5) + ".0"))
        .distinct()
        .toArray(SoftwareComponent[]::new);
  }

  /** What is not fixed. */
  private static String active() {
    return String.join(
        "\n",
        texts(
            """
            select concat_ws(' ', f.tenant, a.hostname, c.name, c.version, f.vulnerability_id,
              f.risk, f.undecided, f.fixed_version)
            from asset_vulnerabilities f join assets a on a.id = f.asset_id
              join software_components c on c.id = f.component_id
            where f.status <> 'FIXED' order by 1"""));
  }

  /** What a library says of all that is installed, without what was stored before. */
  private static String expected(MatchingLibrary library) {
    Set<String> lines = new TreeSet<>();
    for (String row :
        texts(
            """
            select concat_ws(' ', c.tenant, a.hostname, c.name, c.version, c.purl, a.criticality)
            from software_components c join assets a on a.id = c.asset_id
            where c.removed_at is null""")) {
      String[] parts = row.split(" ");
      library
          .find(
              List.of(
                  io.eventsec.core.vuln.inventory.SoftwareComponent.of(PackageUrl.parse(parts[4]))),
              Criticality.valueOf(parts[5]))
          .forEach(
              finding ->
                  lines.add(
                      String.join(
                              " ",
                              parts[0],
                              parts[1],
                              parts[2],
                              parts[3],
                              finding.vulnerability(),
                              finding.risk().level().name(),
                              finding.isAffected() ? "f" : "t",
                              String.join(", ", finding.fixedIn()))
                          .trim()));
    }
    return String.join("\n", lines);
  }

  private static String dump() {
    return String.join("\n", texts("select f::text from asset_vulnerabilities f order by id"))
        + String.join("\n", texts("select v::text from vulnerabilities v order by id"));
  }

  private FindingChanges evaluate(MatchingLibrary library) {
    FindingChanges changes = FindingChanges.NONE;
    for (AssetRef asset : findings.pending(library, Optional.empty(), 100)) {
      changes = changes.plus(findings.evaluate(asset, library));
    }
    return changes;
  }

  private AssetRef install(Tenant tenant, String host, SoftwareComponent... components) {
    if (tenant.equals(OTHER)) {
      STORE.execute("insert into tenants (id) values ('other') on conflict do nothing");
    }
    Instant at = TestEvents.BEGINNING.plusSeconds(++snapshots);
    Snapshot snapshot =
        new Snapshot(tenant, AssetIdentity.ofHostname(host), at, List.of(components));
    return new AssetRef(
        tenant,
        STORE.entities().inTransaction(manager -> new Inventory(manager).record(snapshot)).asset());
  }

  private static SoftwareComponent npm(String name, String version) {
    return SoftwareComponent.ofPurl("npm", name, version, "pkg:npm/" + name + '@' + version);
  }

  private static FindingSummary only() {
    assertThat(all()).hasSize(1);
    return all().get(0);
  }

  private static List<FindingSummary> all() {
    return STORE
        .entities()
        .inTransaction(
            manager -> new Vulnerabilities(manager).findings(FindingQuery.all(TENANT, 200)))
        .rows();
  }

  private static List<String> texts(String sql) {
    return new ArrayList<>(OldSchema.strings(STORE.database(), sql));
  }
}
