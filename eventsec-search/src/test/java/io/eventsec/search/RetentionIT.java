package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertDocument;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.retention.RetentionPlan;
import io.eventsec.core.retention.RetentionPlan.Drop;
import io.eventsec.core.retention.RetentionPlan.Reason;
import io.eventsec.core.retention.RetentionPolicy;
import io.eventsec.core.retention.RetentionReport;
import io.eventsec.core.retention.RetentionReport.Postponed;
import io.eventsec.core.retention.Segment;
import io.eventsec.core.spi.OutboxEntry;
import io.eventsec.search.IndexRetentionPlan.Rollover;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rollover and dropping of real indexes. The node is shared: other tenants' streams are there. */
class RetentionIT {
  private static final RetentionPolicy DAY = new RetentionPolicy(Duration.ofDays(1));
  private static final RetentionPolicy DECADES = new RetentionPolicy(Duration.ofDays(20_000));
  private static final RolloverPolicy NEVER = new RolloverPolicy(Duration.ofDays(9_999), 1L << 50);

  private final Tenant tenant = TestSearch.newTenant();
  private final String stream = "eventsec-events-" + tenant.id();
  private final String alertStream = "eventsec-alerts-" + tenant.id();
  private final OpenSearchRetention retention = new OpenSearchRetention(TestSearch.CONNECTION);

  @AfterEach
  void remove() {
    TestSearch.send("DELETE", "/_data_stream/" + stream, "");
    TestSearch.send("DELETE", "/_data_stream/" + alertStream, "");
  }

  @Test
  void plan_onlyTheWriteIndex_dropsNothingHoweverOld() {
    TestSearch.EVENTS.index(events(0, 10));
    RetentionPlan plan = mine(retention.plan(StreamKind.EVENTS, DAY, Instant.now()));
    assertThat(plan.drops()).isEmpty();
    assertThat(plan.kept())
        .singleElement()
        .satisfies(segment -> assertThat(segment.held()).contains("it is written to"))
        .satisfies(segment -> assertThat(segment.items()).isEqualTo(10));
  }

  @Test
  void plan_olderIndexOfOldEvents_wouldGoAndIsStillThere() {
    twoIndexes();
    RetentionPlan plan = mine(plan(DAY, Instant.now()));
    assertThat(plan.drops()).extracting(Drop::reason).containsExactly(Reason.AGE);
    Segment old = plan.drops().get(0).segment();
    assertThat(old.name()).startsWith(".ds-" + stream).endsWith("000001");
    assertThat(old.items()).isEqualTo(10);
    assertThat(old.bytes()).isPositive();
    assertThat(old.oldest()).contains(TestEvents.BEGINNING.plusSeconds(1));
    assertThat(old.newest()).contains(TestEvents.BEGINNING.plusSeconds(10));
    assertThat(TestSearch.walk(TestSearch.all(tenant))).hasSize(15);
  }

  @Test
  void plan_newestEventIsAsOldAsThePolicyAllows_keepsIt() {
    twoIndexes();
    Instant edge = TestEvents.BEGINNING.plusSeconds(10).plus(DAY.maxAge());
    assertThat(mine(plan(DAY, edge)).drops()).isEmpty();
    assertThat(mine(plan(DAY, edge.plusMillis(1))).drops()).hasSize(1);
  }

  @Test
  void plan_eventOfTheFarFuture_doesNotKeepItsIndex() {
    Event ahead =
        Event.builder(TestEvents.event(tenant, 1).id(), tenant, TestEvents.SOURCE)
            .time(Instant.parse("9000-01-01T00:00:00Z"))
            .receivedAt(TestEvents.BEGINNING)
            .original("{}")
            .build();
    TestSearch.EVENTS.index(List.of(ahead));
    TestSearch.send("POST", "/" + stream + "/_rollover", "");
    assertThat(mine(plan(DAY, Instant.now())).drops()).hasSize(1);
  }

  @Test
  void plan_emptyOlderIndex_isAsOldAsItsRollover() {
    new OpenSearchTemplates(TestSearch.CONNECTION).install();
    TestSearch.send("PUT", "/_data_stream/" + stream, "");
    TestSearch.send("POST", "/" + stream + "/_rollover", "");
    Instant now = Instant.now();
    assertThat(mine(plan(DAY, now)).drops()).isEmpty();
    assertThat(mine(plan(DAY, now.plus(Duration.ofDays(2)))).drops()).hasSize(1);
  }

  @Test
  void apply_dropsTheOldIndexAndReports() {
    twoIndexes();
    IndexRetentionPlan plan = only(whole(DAY, Instant.now()));
    RetentionReport report = retention.apply(plan).drops();
    assertThat(report.dropped()).isEqualTo(plan.drops().drops());
    assertThat(report.items()).isEqualTo(10);
    assertThat(report.postponed()).isEmpty();
    assertThat(TestSearch.walk(TestSearch.all(tenant))).hasSize(5);
    assertThat(mine(plan(DAY, Instant.now())).drops()).isEmpty();
    assertThat(retention.apply(plan).drops().postponed())
        .extracting(Postponed::reason)
        .containsExactly("it is not there any more");
  }

  @Test
  void apply_planThatNamesTheWriteIndex_isRefusedByTheStoreAndReported() {
    TestSearch.EVENTS.index(events(0, 10));
    Segment write = mine(plan(DAY, Instant.now())).kept().get(0);
    RetentionPlan forged = new RetentionPlan(List.of(new Drop(write, Reason.AGE)), List.of());
    RetentionReport report = retention.apply(new IndexRetentionPlan(List.of(), forged)).drops();
    assertThat(report.dropped()).isEmpty();
    assertThat(report.postponed().get(0).reason()).contains("write index");
    assertThat(TestSearch.walk(TestSearch.all(tenant))).hasSize(10);
  }

  @Test
  void plan_tooManyBytes_dropsTheOldestOfThatStream() {
    twoIndexes();
    RetentionPolicy little = new RetentionPolicy(DECADES.maxAge(), OptionalLong.of(1));
    assertThat(mine(plan(little, Instant.now())).drops())
        .extracting(Drop::reason)
        .containsExactly(Reason.BYTES);
    assertThat(mine(plan(DECADES, Instant.now())).drops()).isEmpty();
  }

  @Test
  void rollover_indexIsOldEnough_happensOnceAndKeepsAllEvents() {
    TestSearch.EVENTS.index(events(0, 10));
    RolloverPolicy hourly = new RolloverPolicy(Duration.ofHours(1), 1L << 50);
    Instant now = Instant.now();
    assertThat(rollovers(retention.plan(StreamKind.EVENTS, DECADES, hourly, now))).isEmpty();
    IndexRetentionPlan plan =
        only(retention.plan(StreamKind.EVENTS, DECADES, hourly, now.plus(Duration.ofHours(2))));
    assertThat(plan.rollovers())
        .singleElement()
        .satisfies(rollover -> assertThat(rollover.reason()).contains("PT1H"));
    assertThat(retention.apply(plan).rolledOver()).containsExactly(stream);
    assertThat(retention.apply(plan).rolledOver()).as("another node was faster").isEmpty();
    assertThat(TestSearch.EVENTS.index(events(5, 12)).stored()).isEqualTo(2);
    assertThat(TestSearch.walk(TestSearch.all(tenant))).hasSize(12);
  }

  @Test
  void rollover_emptyIndex_isNeverDue() {
    new OpenSearchTemplates(TestSearch.CONNECTION).install();
    TestSearch.send("PUT", "/_data_stream/" + stream, "");
    Instant later = Instant.now().plus(Duration.ofDays(9));
    assertThat(rollovers(retention.plan(StreamKind.EVENTS, DAY, later))).isEmpty();
  }

  @Test
  void alerts_areAsOldAsTheyWereRaised() {
    OpenSearchAlerts alerts = new OpenSearchAlerts(TestSearch.CONNECTION);
    Alert alert = TestEvents.alert(tenant, 1);
    Instant raised = TestEvents.BEGINNING.plus(Duration.ofDays(100));
    alerts.indexAlerts(
        List.of(
            new OutboxEntry(
                1,
                "alert.index",
                tenant.id(),
                alert.id().value(),
                AlertDocument.json(alert, raised),
                0)));
    TestSearch.send("POST", "/" + alertStream + "/_rollover", "");
    Instant edge = raised.plus(DAY.maxAge());
    assertThat(mine(retention.plan(StreamKind.ALERTS, DAY, NEVER, edge).drops()).drops()).isEmpty();
    assertThat(
            mine(retention.plan(StreamKind.ALERTS, DAY, NEVER, edge.plusMillis(1)).drops()).drops())
        .hasSize(1);
  }

  /** Ten events in an index that is no longer written to, five in the one that is. */
  private void twoIndexes() {
    TestSearch.EVENTS.index(events(0, 10));
    TestSearch.send("POST", "/" + stream + "/_rollover", "");
    TestSearch.EVENTS.index(events(10, 15));
  }

  private RetentionPlan plan(RetentionPolicy policy, Instant now) {
    return whole(policy, now).drops();
  }

  private IndexRetentionPlan whole(RetentionPolicy policy, Instant now) {
    return retention.plan(StreamKind.EVENTS, policy, NEVER, now);
  }

  private RetentionPlan mine(IndexRetentionPlan plan) {
    return mine(plan.drops());
  }

  /** The part of this test's tenant: what others left on the node is none of its business. */
  private RetentionPlan mine(RetentionPlan plan) {
    return new RetentionPlan(
        plan.drops().stream().filter(drop -> ours(drop.segment().name())).toList(),
        plan.kept().stream().filter(segment -> ours(segment.name())).toList());
  }

  private IndexRetentionPlan only(IndexRetentionPlan plan) {
    return new IndexRetentionPlan(rollovers(plan), mine(plan.drops()));
  }

  private List<Rollover> rollovers(IndexRetentionPlan plan) {
    return plan.rollovers().stream().filter(rollover -> ours(rollover.stream())).toList();
  }

  private boolean ours(String name) {
    return name.contains(tenant.id());
  }

  private List<Event> events(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> TestEvents.event(tenant, n)).toList();
  }
}
