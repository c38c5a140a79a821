package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.MILD;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.vulnerability.DigestTime;
import io.eventsec.persistence.vulnerability.DigestTimes;
import io.eventsec.persistence.vulnerability.DigestTimes.Said;
import io.eventsec.persistence.vulnerability.FindingDigests;
import io.eventsec.persistence.vulnerability.FindingDigests.Due;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingNewsStore;
import io.eventsec.persistence.vulnerability.FindingStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users are told of findings, at once and once a day. */
class FindingDigestsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Set<Role> ROLES = Set.of(Role.ANALYST, Role.ADMIN);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String TITLES =
      "select title from notifications order by user_id, created_at, topic";

  private final TestFeed feed = new TestFeed();
  private final TestFindings given = new TestFindings(STORE);
  private FindingDigests digests = new FindingDigests(STORE.pool());
  private Instant until = Instant.now();
  private UUID ada = new UUID(0, 0);

  @BeforeEach
  void begin() {
    digests = new FindingDigests(STORE.pool());
    ada = STORE.people().user(TENANT, "ada");
    until = Instant.now().plusSeconds(60);
  }

  @Test
  void findings_areToldOnceUnderEachLabel() {
    given.install(TENANT, "web-1", npm("leftpad"), npm("chalk"));
    given.install(TENANT, "web-2", npm("leftpad"));
    given.install(OTHER, "else-1", npm("leftpad"));
    given.evaluatePending(library(MILD, BAD));
    assertThat(due(until)).containsExactly(new Due(TENANT, until), new Due(OTHER, until));
    assertThat(digests.tell(TENANT, until, ROLES)).isEqualTo(1);
    assertThat(digests.tell(OTHER, until, ROLES)).as("it has no users").isZero();
    assertThat(titles()).containsExactly("New vulnerabilities: 1 high, 2 low, on 2 hosts");
    assertThat(due(until)).isEmpty();
    assertThat(digests.tell(TENANT, until, ROLES)).as("by another node").isZero();

    assertThat(digests.tell(TENANT, until.plus(DAY), ROLES)).as("nothing is new").isZero();
    relabelledAt(until.plus(DAY).plusSeconds(1), () -> given.evaluatePending(library(BAD, BAD)));
    assertThat(digests.tell(TENANT, until.plus(DAY.multipliedBy(2)), ROLES)).isEqualTo(1);
    assertThat(titles()).contains("New vulnerabilities: 2 high, on 2 hosts");

    relabelledAt(
        until.plus(DAY.multipliedBy(2)).plusSeconds(1),
        () -> given.evaluatePending(library(MILD, BAD)));
    assertThat(digests.tell(TENANT, until.plus(DAY.multipliedBy(3)), ROLES))
        .as("LOW was told of them before")
        .isZero();
  }

  @Test
  void tenant_isToldAtItsOwnHour() {
    STORE.people().user(OTHER, "eve");
    Instant now = Instant.parse("2026-11-28T12:30:00Z");
    Instant seven = Instant.parse("2026-11-28T07:00:00Z");
    assertThat(usual(now)).containsExactly(new Due(TENANT, seven), new Due(OTHER, seven));
    assertThat(say(OTHER, Optional.of(DigestTime.of(13, "Europe/Berlin")), 0)).isTrue();
    assertThat(usual(now))
        .containsExactly(
            new Due(TENANT, seven), new Due(OTHER, Instant.parse("2026-11-28T12:00:00Z")));
    for (Due due : usual(now)) {
      digests.tell(due.tenant(), due.until(), ROLES);
    }
    assertThat(usual(now)).isEmpty();
    assertThat(usual(now.plus(DAY).minus(Duration.ofHours(1))))
        .as("its hour is to come")
        .containsExactly(new Due(TENANT, seven.plus(DAY)));

    assertThat(say(OTHER, Optional.empty(), 0)).as("somebody was faster").isFalse();
    assertThat(say(TENANT, Optional.empty(), 1)).as("it has said nothing yet").isFalse();
    assertThat(said(OTHER)).isEqualTo(new Said(Optional.of(DigestTime.of(13, "Europe/Berlin")), 1));
    assertThat(say(OTHER, Optional.empty(), 1)).isTrue();
    assertThat(said(OTHER)).isEqualTo(new Said(Optional.empty(), 2));
    assertThat(said(TENANT)).isEqualTo(new Said(Optional.empty(), 0));
    assertThat(usual(now.plus(DAY)))
        .containsExactly(new Due(TENANT, seven.plus(DAY)), new Due(OTHER, seven.plus(DAY)));
  }

  private static boolean say(Tenant tenant, Optional<DigestTime> time, int expected) {
    return STORE
        .entities()
        .inTransaction(manager -> new DigestTimes(manager).say(tenant, time, expected));
  }

  private static Said said(Tenant tenant) {
    return STORE.entities().inTransaction(manager -> new DigestTimes(manager).find(tenant));
  }

  private List<Due> usual(Instant now) {
    return digests.due(DigestTime.of(7, "UTC"), now);
  }

  /** Of who is to be told at that very moment. */
  private List<Due> due(Instant at) {
    return digests.due(new DigestTime(0, ZoneOffset.UTC), at).stream()
        .map(one -> new Due(one.tenant(), at))
        .toList();
  }

  @Test
  void whatIsJudged_orToldAtOnce_isInNoDigest() {
    given.install(TENANT, "web-1", npm("leftpad"), npm("chalk"));
    feed.of("kev.json", TestFindings.exploited("CVE-2026-2", "2026-01-10"));
    given.evaluatePending(library(MILD, BAD));
    given.move(
        TENANT,
        ada,
        FindingMove.Target.of(FindingStatus.MITIGATED, "because"),
        given.all(TENANT).stream()
            .filter(one -> one.vulnerability().equals("CVE-2026-1"))
            .findFirst()
            .orElseThrow());
    assertThat(digests.tell(TENANT, until, ROLES)).isZero();
    assertThat(titles()).isEmpty();
  }

  @Test
  void digest_tellsWhatIsOverdue_andSoDoesTheCount() {
    given.install(TENANT, "web-1", npm("leftpad"), npm("chalk"));
    given.evaluatePending(library(MILD, BAD));
    FindingStore findings = new FindingStore(STORE.pool());
    assertThat(findings.countOverdue()).isZero();
    STORE.execute("update asset_vulnerabilities set due_at = now() where risk = 'HIGH'");
    assertThat(findings.countOverdue()).isEqualTo(1);
    digests.tell(TENANT, until, ROLES);
    assertThat(titles())
        .containsExactly("New vulnerabilities: 1 high, 1 low, on 1 host; 1 findings are overdue");
    STORE.execute("update asset_vulnerabilities set status = 'MITIGATED'");
    assertThat(findings.countOverdue()).isZero();
  }

  @Test
  void exploited_isToldAtOnce_onceToEachWhoMayAct() {
    UUID off = STORE.people().user(TENANT, "off");
    STORE.execute("update users set disabled = true where id = '" + off + "'");
    UUID vic = STORE.people().user(TENANT, "vic");
    STORE.execute("update users set role = 'VIEWER' where id = '" + vic + "'");
    STORE.people().user(OTHER, "eve");
    given.install(TENANT, "web-1", npm("leftpad"));
    given.evaluatePending(library(MILD, BAD));
    feed.of("kev.json", TestFindings.exploited("CVE-2026-1", "2026-12-01"));
    given.evaluatePending(library(MILD, BAD));
    FindingNewsStore news = new FindingNewsStore(STORE.pool());
    news.prepare(10);
    news.told(news.ready(0, 10), ROLES);
    STORE.execute("update finding_news set told_at = null");
    news.told(news.ready(0, 10), ROLES);
    assertThat(titles())
        .containsExactly("Exploited vulnerability CVE-2026-1 on web-1: Hole in leftpad");
    assertThat(STORE.number("select count(*) from notifications where user_id = '" + ada + "'"))
        .isEqualTo(1);
  }

  @Test
  void many_areToldOnceADay() {
    given.install(TENANT, "web-1", npm("leftpad"), npm("chalk"));
    feed.of("kev.json", TestFindings.exploited("CVE-2026-1", "2026-12-01"));
    feed.of("kev2.json", TestFindings.exploited("CVE-2026-2", "2026-12-01"));
    given.evaluatePending(library(MILD, BAD));
    FindingNewsStore news = new FindingNewsStore(STORE.pool());
    news.prepare(10);
    assertThat(news.ready(0, 10)).hasSize(2);
    news.told(news.ready(0, 10), ROLES);
    assertThat(titles()).singleElement().asString().startsWith("Many exploited or critical");
  }

  /** As if it had been noted at that moment. */
  private void relabelledAt(Instant at, Runnable change) {
    long before = STORE.number("select coalesce(max(id), 0) from finding_history");
    change.run();
    STORE.execute("update finding_history set changed_at = '" + at + "' where id > " + before);
  }

  private MatchingLibrary library(String leftpad, String chalk) {
    return feed.of(
            "osv.jsonl",
            TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", leftpad),
            TestFeed.osv("CVE-2026-2", "chalk", "1.1.0", chalk))
        .read();
  }

  private static List<String> titles() {
    return OldSchema.strings(STORE.database(), TITLES);
  }
}
