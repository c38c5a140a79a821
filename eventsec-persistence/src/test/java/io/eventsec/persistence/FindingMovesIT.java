package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.MILD;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingDetail;
import io.eventsec.persistence.vulnerability.FindingFilter;
import io.eventsec.persistence.vulnerability.FindingHistoryEntry;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingMove.Target;
import io.eventsec.persistence.vulnerability.FindingMoveResult;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.testkit.Parallel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with findings. */
class FindingMovesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final String LEFTPAD = TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD);
  private static final String CHALK = TestFeed.osv("CVE-2026-2", "chalk", "1.1.0", MILD);
  private static final Target REVIEW = Target.of(FindingStatus.IN_REVIEW, "");
  private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

  private final TestFeed feed = new TestFeed();
  private TestFindings findings = new TestFindings(STORE);
  private UUID ada = new UUID(0, 0);
  private AssetRef asset = new AssetRef(TENANT, ada);

  @BeforeEach
  void begin() {
    findings = new TestFindings(STORE);
    ada = STORE.people().user(TENANT, "ada");
    asset = findings.install(TENANT, "web-1", npm("leftpad"), npm("chalk"));
    findings.evaluate(asset, feed.of("osv.jsonl", LEFTPAD, CHALK).read());
  }

  @Test
  void move_isMadeOnceUponTheRevisionThatWasSeen_andNoted() {
    FindingSummary seen = leftpad();
    assertThat(findings.move(TENANT, ada, Target.of(FindingStatus.IN_REVIEW, "looking"), seen))
        .containsExactly(new FindingMoveResult.Moved(seen.id(), FindingStatus.OPEN, 2));
    assertThat(findings.move(TENANT, ada, REVIEW, seen))
        .containsExactly(new FindingMoveResult.Stale(seen.id(), 2));
    FindingDetail detail = findings.detail(TENANT, seen.id());
    assertThat(detail.summary().status()).isEqualTo(FindingStatus.IN_REVIEW);
    assertThat(detail.summary().standing().reason()).isEqualTo("looking");
    assertThat(detail.summary().revision()).isEqualTo(2);
    assertThat(detail.possible())
        .containsExactlyInAnyOrder(
            FindingStatus.OPEN,
            FindingStatus.MITIGATED,
            FindingStatus.ACCEPTED,
            FindingStatus.FALSE_POSITIVE);
    assertThat(history(detail))
        .containsExactly("OPENED OPEN OPEN - ", "MOVED OPEN IN_REVIEW ada looking");
    assertThat(detail.history().get(1).at()).isAfterOrEqualTo(detail.history().get(0).at());
  }

  @Test
  void acceptance_hasOwnerReasonAndEnd_andLeavesWithTheState() {
    UUID bob = STORE.people().user(TENANT, "bob");
    FindingMove.Terms terms = new FindingMove.Terms(bob, LATER);
    Target accepted =
        new Target(FindingStatus.ACCEPTED, "behind a gate", Optional.empty(), Optional.of(terms));
    findings.move(TENANT, ada, accepted, leftpad());
    FindingSummary.Standing standing = leftpad().standing();
    assertThat(standing.status()).isEqualTo(FindingStatus.ACCEPTED);
    assertThat(standing.acceptedBy().map(UserRef::username)).contains("bob");
    assertThat(standing.acceptedUntil()).contains(LATER);
    assertThat(standing.reason()).isEqualTo("behind a gate");
    findings.move(TENANT, ada, Target.of(FindingStatus.OPEN, ""), leftpad());
    assertThat(leftpad().standing().acceptedBy()).isEmpty();
    assertThat(leftpad().standing().acceptedUntil()).isEmpty();
    assertThat(leftpad().standing().reason()).isEmpty();
    FindingHistoryEntry entry = findings.detail(TENANT, leftpad().id()).history().get(1);
    assertThat(entry.acceptedBy().map(UserRef::username)).contains("bob");
    assertThat(entry.acceptedUntil()).contains(LATER);
    assertThat(entry.reason()).isEqualTo("behind a gate");
  }

  @Test
  void acceptance_byWhoMayNotAnswerForIt_changesNothing() {
    UUID eve = STORE.people().user(OTHER, "eve");
    UUID bob = STORE.people().user(TENANT, "bob");
    STORE.people().disable(bob);
    for (UUID owner : List.of(eve, bob, UUID.randomUUID())) {
      Target accepted =
          new Target(
              FindingStatus.ACCEPTED,
              "why",
              Optional.empty(),
              Optional.of(new FindingMove.Terms(owner, LATER)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> findings.move(TENANT, ada, accepted, leftpad()));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> findings.move(TENANT, eve, REVIEW, leftpad()));
    assertThat(leftpad().status()).isEqualTo(FindingStatus.OPEN);
    assertThat(STORE.number("select count(*) from finding_history")).isZero();
  }

  @Test
  void falsePositive_keepsItsJustification() {
    Target no =
        new Target(
            FindingStatus.FALSE_POSITIVE,
            "never called",
            Optional.of(VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH),
            Optional.empty());
    findings.move(TENANT, ada, no, leftpad());
    assertThat(leftpad().standing().justification())
        .contains(VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
    assertThat(STORE.number("select count(*) from finding_history where reason = 'never called'"))
        .isEqualTo(1);
  }

  @Test
  void targets_thatLackSomething_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.of(FindingStatus.FALSE_POSITIVE, ""))
        .withMessageContaining("Reason");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.of(FindingStatus.ACCEPTED, "why"))
        .withMessageContaining("owner");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.of(FindingStatus.OPEN, "x".repeat(4_001)))
        .withMessageContaining("4001");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Target(
                    FindingStatus.MITIGATED,
                    "",
                    Optional.of(VexJustification.COMPONENT_NOT_PRESENT),
                    Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FindingMove.of(TENANT, ada, Map.of(), REVIEW));
  }

  @Test
  void bulk_tellsOfEach_andMovesThoseItCan() {
    STORE.people().user(OTHER, "eve");
    FindingSummary chalk = only("chalk");
    findings.move(TENANT, ada, Target.of(FindingStatus.MITIGATED, "walled off"), chalk);
    AssetRef theirs = findings.install(OTHER, "web-9", npm("leftpad"));
    findings.evaluate(theirs, feed.read());
    long stranger = findings.all(OTHER).get(0).id();
    Map<Long, OptionalInt> given = new LinkedHashMap<>();
    given.put(stranger, OptionalInt.empty());
    given.put(chalk.id(), OptionalInt.empty());
    given.put(leftpad().id(), OptionalInt.empty());
    List<FindingMoveResult> results =
        findings.move(
            FindingMove.of(TENANT, ada, given, Target.of(FindingStatus.FALSE_POSITIVE, "no")));
    assertThat(results.get(0)).isEqualTo(new FindingMoveResult.Missing(stranger));
    assertThat(results.get(1))
        .isInstanceOfSatisfying(
            FindingMoveResult.Refused.class,
            refused -> assertThat(refused.why()).contains("mitigated", "false positive", "open"));
    assertThat(results.get(2)).isInstanceOf(FindingMoveResult.Moved.class);
    assertThat(findings.all(OTHER).get(0).status()).isEqualTo(FindingStatus.OPEN);
    assertThat(only("chalk").status()).isEqualTo(FindingStatus.MITIGATED);
    assertThat(leftpad().status()).isEqualTo(FindingStatus.FALSE_POSITIVE);
  }

  /** Evaluations change revisions too: whoever moves by revision may have to look again. */
  @Test
  void movesAndEvaluationsAtOnce_neitherFailNorLoseEachOther() throws Exception {
    String[] many =
        IntStream.range(0, 30)
            .mapToObj(n -> TestFeed.osv("CVE-2026-10" + n, "leftpad", "1.1.0", BAD))
            .toArray(String[]::new);
    findings.evaluate(asset, feed.of("osv.jsonl", many).read());
    List<FindingSummary> open =
        findings
            .find(FindingQuery.all(TENANT, 200).withStatuses(Set.of(FindingStatus.OPEN)))
            .rows();
    assertThat(open).hasSize(30);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      boolean upwards = n % 2 == 0;
      work.add(() -> moveAll(open, upwards));
    }
    MatchingLibraries libraries = new MatchingLibraries(many);
    work.add(() -> libraries.alternate(10));
    List<Integer> moved = Parallel.run(work);
    long changes = moved.stream().limit(6).mapToLong(Integer::longValue).sum();
    assertThat(STORE.number("select count(*) from finding_history where change = 'MOVED'"))
        .isEqualTo(changes);
    assertThat(
            STORE.number(
                """
                select count(*) from asset_vulnerabilities f where f.status <> coalesce((
                  select h.to_status from finding_history h where h.finding_id = f.id
                  order by h.id desc limit 1), 'OPEN')"""))
        .as("each stands where its history says")
        .isZero();
  }

  private int moveAll(List<FindingSummary> open, boolean upwards) {
    Map<Long, OptionalInt> given = new LinkedHashMap<>();
    LongStream ids = open.stream().mapToLong(FindingSummary::id);
    ids.map(id -> upwards ? id : -id)
        .sorted()
        .map(Math::abs)
        .forEach(id -> given.put(id, OptionalInt.empty()));
    int moved = 0;
    for (int round = 0; round < 5; round++) {
      FindingStatus to = round % 2 == 0 ? FindingStatus.IN_REVIEW : FindingStatus.OPEN;
      moved +=
          (int)
              findings.move(FindingMove.of(TENANT, ada, given, Target.of(to, ""))).stream()
                  .filter(FindingMoveResult.Moved.class::isInstance)
                  .count();
    }
    return moved;
  }

  /** What is known, one way and the other. */
  private final class MatchingLibraries {
    private final String[] records;

    MatchingLibraries(String... records) {
      this.records = records;
    }

    int alternate(int rounds) {
      TestFeed own = new TestFeed();
      for (int round = 0; round < rounds; round++) {
        String fixed = round % 2 == 0 ? "1.2.0" : "1.1.0";
        String[] now =
            java.util.Arrays.stream(records)
                .map(record -> record.replace("1.1.0", fixed))
                .toArray(String[]::new);
        findings.evaluate(asset, own.of("osv.jsonl", now).read());
      }
      return rounds;
    }
  }

  @Test
  void evidence_isInTheHistory_andEndsWhatPeopleDecided() {
    FindingMove.Terms terms = new FindingMove.Terms(ada, LATER);
    findings.move(
        TENANT,
        ada,
        new Target(FindingStatus.ACCEPTED, "old", Optional.empty(), Optional.of(terms)),
        leftpad());
    String milder = TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", MILD);
    findings.evaluate(asset, feed.of("osv.jsonl", milder, CHALK).read());
    findings.evaluate(asset, feed.of("osv.jsonl", TestFeed.withdrawn(milder), CHALK).read());
    assertThat(leftpad().standing().acceptedBy()).as("fixed is nobody's").isEmpty();
    findings.evaluate(asset, feed.of("osv.jsonl", LEFTPAD, CHALK).read());
    FindingDetail detail = findings.detail(TENANT, leftpad().id());
    assertThat(history(detail))
        .containsExactly(
            "OPENED OPEN OPEN - ",
            "MOVED OPEN ACCEPTED ada old",
            "LABEL ACCEPTED ACCEPTED - ",
            "FIXED ACCEPTED FIXED - ",
            "REOPENED FIXED OPEN - ");
    assertThat(detail.history())
        .extracting(one -> one.fromRisk() + " " + one.toRisk())
        .containsExactly("HIGH HIGH", "HIGH HIGH", "HIGH LOW", "LOW LOW", "LOW HIGH");
    assertThat(detail.history().get(2).source()).isEqualTo("default 1");
    assertThat(history(findings.detail(TENANT, only("chalk").id())))
        .containsExactly("OPENED OPEN OPEN - ");
  }

  @Test
  void historyOfEvidence_isBounded_andThatOfPeopleIsKept() {
    findings.move(TENANT, ada, REVIEW, leftpad());
    STORE.execute(
        """
        insert into finding_history (tenant, finding_id, change, from_status, to_status, from_risk,
          to_risk, changed_at)
        select tenant, id, 'LABEL', 'IN_REVIEW', 'IN_REVIEW', 'LOW', 'HIGH', now()
        from asset_vulnerabilities cross join generate_series(1, 150)
        where vulnerability_id = 'CVE-2026-1'""");
    STORE.execute("update asset_vulnerabilities set revision = revision + 150");
    findings.evaluate(asset, feed.of("osv.jsonl", CHALK).read());
    assertThat(STORE.number("select count(*) from finding_history where changed_by is null"))
        .isEqualTo(100);
    assertThat(STORE.number("select count(*) from finding_history where change = 'FIXED'"))
        .isEqualTo(1);
    assertThat(STORE.number("select count(*) from finding_history where change = 'MOVED'"))
        .isEqualTo(1);
  }

  @Test
  void history_goesWithItsFinding_andNoOther() {
    findings.move(TENANT, ada, REVIEW, leftpad());
    findings.move(TENANT, ada, REVIEW, only("chalk"));
    STORE.execute("delete from software_components where name = 'leftpad'");
    assertThat(
            STORE.number(
                "select count(*) from finding_history h where exists (select from"
                    + " asset_vulnerabilities f where f.tenant = h.tenant and f.id = h.finding_id)"))
        .isEqualTo(1);
    assertThat(STORE.number("select count(*) from finding_history")).isEqualTo(1);
    STORE.execute("delete from assets");
    assertThat(STORE.number("select count(*) from finding_history")).isZero();
  }

  @Test
  void due_isCountedFromTheOpening_andNeverLaterThanCisaSays() {
    FindingSummary bad = leftpad();
    assertThat(bad.times().openedAt()).isEqualTo(bad.times().foundAt());
    assertThat(bad.times().dueAt()).contains(bad.times().openedAt().plus(Duration.ofDays(30)));
    assertThat(only("chalk").times().dueAt())
        .contains(bad.times().openedAt().plus(Duration.ofDays(180)));
    assertThat(bad.exploited()).isFalse();
    feed.of("kev.json", TestFindings.exploited("CVE-2026-1", "2026-01-26"));
    findings.evaluate(asset, feed.read());
    assertThat(leftpad().risk()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(leftpad().exploited()).isTrue();
    assertThat(leftpad().times().dueAt()).contains(Instant.parse("2026-01-27T00:00:00Z"));
    feed.of("kev.json", TestFindings.exploited("CVE-2026-1", "2999-01-26"));
    findings.evaluate(asset, feed.read());
    assertThat(leftpad().times().dueAt())
        .contains(leftpad().times().openedAt().plus(Duration.ofDays(7)));
  }

  @Test
  void lists_filterByWhatIsAsked() {
    feed.of("kev.json", TestFindings.exploited("CVE-2026-1", "2026-01-26"));
    findings.evaluate(asset, feed.read());
    AssetRef other = findings.install(TENANT, "mail-2", npm("chalk"));
    findings.evaluate(other, feed.read());
    Instant now = Instant.now();
    assertThat(names(FindingFilter.ALL))
        .containsExactly("leftpad web-1", "chalk mail-2", "chalk web-1");
    assertThat(names(FindingFilter.ALL.ofExploited())).containsExactly("leftpad web-1");
    assertThat(names(FindingFilter.ALL.overdueAt(now))).containsExactly("leftpad web-1");
    assertThat(names(FindingFilter.ALL.withRiskAtLeast(RiskLevel.MEDIUM)))
        .containsExactly("leftpad web-1");
    assertThat(names(FindingFilter.ALL.withText("mAIL"))).containsExactly("chalk mail-2");
    assertThat(names(FindingFilter.ALL.withText("HALK"))).hasSize(2);
    assertThat(names(FindingFilter.ALL.withText("cve-2026-1"))).containsExactly("leftpad web-1");
    assertThat(names(FindingFilter.ALL.withText("hole in left"))).containsExactly("leftpad web-1");
    assertThat(names(FindingFilter.ALL.withText("%"))).isEmpty();
    assertThat(names(FindingFilter.ALL.withAsset(other.id()).withRiskAtLeast(RiskLevel.LOW)))
        .containsExactly("chalk mail-2");
    findings.move(TENANT, ada, Target.of(FindingStatus.MITIGATED, ""), leftpad());
    assertThat(names(FindingFilter.ALL.overdueAt(now))).as("nothing waits").isEmpty();
    Set<FindingStatus> two = Set.of(FindingStatus.MITIGATED, FindingStatus.OPEN);
    assertThat(names(FindingFilter.ALL.withStatuses(two)))
        .containsExactly("leftpad web-1", "chalk mail-2", "chalk web-1");
    assertThat(names(FindingFilter.ALL.withStatuses(two).ofExploited()))
        .containsExactly("leftpad web-1");
    assertThat(
            names(FindingFilter.ALL.withStatuses(Set.of(FindingStatus.MITIGATED)).overdueAt(now)))
        .isEmpty();
  }

  @Test
  void mergedPages_walkAllOnce() {
    for (int n = 0; n < 6; n++) {
      findings.evaluate(
          findings.install(TENANT, "h" + n, npm("leftpad"), npm("chalk")), feed.read());
    }
    findings.move(TENANT, ada, REVIEW, leftpad(), only("chalk"));
    FindingFilter waiting =
        FindingFilter.ALL.withStatuses(Set.of(FindingStatus.OPEN, FindingStatus.IN_REVIEW));
    FindingQuery query = FindingQuery.all(TENANT, 3).with(waiting);
    List<Long> walked = new ArrayList<>();
    Page<FindingSummary> page = findings.find(query);
    page.rows().forEach(row -> walked.add(row.id()));
    while (page.nextCursor().isPresent()) {
      page = findings.find(query.withCursor(page.nextCursor().get()));
      page.rows().forEach(row -> walked.add(row.id()));
    }
    assertThat(walked).hasSize(14).doesNotHaveDuplicates();
    assertThat(walked).isEqualTo(findings.all(TENANT).stream().map(FindingSummary::id).toList());
  }

  private List<String> names(FindingFilter filter) {
    return findings.find(FindingQuery.all(TENANT, 50).with(filter)).rows().stream()
        .map(one -> one.component() + ' ' + one.hostname())
        .toList();
  }

  private static List<String> history(FindingDetail detail) {
    return detail.history().stream()
        .map(
            one ->
                String.join(
                    " ",
                    one.change().name(),
                    one.from().name(),
                    one.to().name(),
                    one.by().map(UserRef::username).orElse("-"),
                    one.reason()))
        .toList();
  }

  private FindingSummary leftpad() {
    return only("leftpad");
  }

  /** On the first host. */
  private FindingSummary only(String component) {
    return findings.all(TENANT).stream()
        .filter(one -> one.component().equals(component) && one.asset().equals(asset.id()))
        .findFirst()
        .orElseThrow();
  }
}
