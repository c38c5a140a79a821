package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.EventIndex;
import io.eventsec.core.spi.IndexReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventIndex} must do. Each test begins with no event of either tenant. */
public abstract class EventIndexContract {
  private static final String HALF_A_CHARACTER = "\uD83D";

  /** For subclasses. */
  protected EventIndexContract() {}

  /** The index under test. */
  protected abstract EventIndex index();

  /** A tenant of this test's own. */
  protected abstract Tenant tenant();

  /** Another one. */
  protected abstract Tenant otherTenant();

  /** What a search finds of that tenant now, newest first; everything stored before included. */
  protected abstract List<EventId> found(Tenant tenant);

  @Test
  public void index_nothing_storesNothing() {
    assertThat(index().index(List.of())).isEqualTo(report(0, 0));
    assertThat(found(tenant())).isEmpty();
  }

  @Test
  public void index_newEvents_areFoundNewestFirst() {
    List<Event> events = events(tenant(), 0, 50);
    assertThat(index().index(events)).isEqualTo(report(50, 0));
    List<EventId> newestFirst = new ArrayList<>(ids(events));
    Collections.reverse(newestFirst);
    assertThat(found(tenant())).isEqualTo(newestFirst);
  }

  @Test
  public void index_sameEventsAgain_areDuplicates() {
    index().index(events(tenant(), 0, 20));
    assertThat(index().index(events(tenant(), 10, 30))).isEqualTo(report(10, 10));
    assertThat(found(tenant())).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  public void index_anEventTwiceInOneCall_storesItOnce() {
    Event event = TestEvents.event(tenant(), 1);
    assertThat(index().index(List.of(event, event))).isEqualTo(report(1, 1));
    assertThat(found(tenant())).containsExactly(event.id());
  }

  @Test
  public void index_eventsOfTwoTenants_keepsThemApart() {
    List<Event> mine = events(tenant(), 0, 3);
    List<Event> theirs = events(otherTenant(), 0, 2);
    List<Event> mixed =
        List.of(mine.get(0), theirs.get(0), mine.get(1), theirs.get(1), mine.get(2));
    assertThat(index().index(mixed)).isEqualTo(report(5, 0));
    assertThat(found(tenant())).containsExactlyInAnyOrderElementsOf(ids(mine));
    assertThat(found(otherTenant())).containsExactlyInAnyOrderElementsOf(ids(theirs));
  }

  @Test
  public void index_oddEvents_storesAllOfThem() {
    List<Event> odd =
        List.of(
            bare(0).build(),
            bare(1).ecs("source.ip", "no address").ecs("source.port", "no port").build(),
            bare(2).ecs("source", "a value").ecs("source.ip", "192.0.2.1").build(),
            bare(3).ecs("a..b", "x").ecs(".c", "y").ecs("d.", "z").ecs(" ", "blank").build(),
            bare(4).nativeField("", "x").nativeField("a..b", "y").nativeField(".", "z").build(),
            bare(5).nativeField("long", "x".repeat(100_000)).build(),
            bare(6).ecs("user.name", "x".repeat(100_000)).build(),
            bare(7).original("word ".repeat(100_000)).build(),
            bare(8).ecs("host.name", HALF_A_CHARACTER).original(HALF_A_CHARACTER).build(),
            bare(9).nativeField(HALF_A_CHARACTER, List.of(HALF_A_CHARACTER, 1L, true)).build(),
            bare(10).ecs("event.risk_score", Double.NaN).nativeField("n", 1e308).build(),
            bare(11).time(Instant.parse("-0001-01-01T00:00:00Z")).build(),
            bare(12).time(Instant.parse("+12345-01-01T00:00:00Z")).build(),
            bare(13).nativeField("a", "value").nativeField("a.b", "below").build(),
            bare(14).ecs("event.id", "theirs").ecs("@timestamp", "x").ecs("native.a", "y").build(),
            bare(15).ecs("tls.resumed", "perhaps").ecs("error.message", "given").build(),
            bare(16).ecs("no.ecs.name", "x").build(),
            bare(17).ecs("no.ecs", 1L).build(),
            bare(18).ecs("source.port", Long.MAX_VALUE).ecs("source.bytes", -1L).build(),
            bare(19).nativeField("\u0000", "\u0000\u001b\n\t\"\\").build());
    IndexReport report = index().index(odd);
    assertThat(report).isEqualTo(report(odd.size(), 0));
    assertThat(found(tenant())).containsExactlyInAnyOrderElementsOf(ids(odd));
  }

  @Test
  public void index_fromManyThreads_storesEachOnce() throws Exception {
    List<Event> events = events(tenant(), 0, 200);
    Callable<IndexReport> writer = () -> index().index(events);
    List<IndexReport> reports = Parallel.run(Collections.nCopies(4, writer));
    assertThat(reports.stream().mapToInt(IndexReport::stored).sum()).isEqualTo(200);
    assertThat(reports.stream().mapToInt(IndexReport::duplicates).sum()).isEqualTo(600);
    assertThat(found(tenant())).containsExactlyInAnyOrderElementsOf(ids(events));
  }

  private Event.Builder bare(int n) {
    Event numbered = TestEvents.event(tenant(), n);
    return Event.builder(numbered.id(), tenant(), TestEvents.SOURCE)
        .time(numbered.time())
        .receivedAt(numbered.receivedAt());
  }

  private static List<Event> events(Tenant tenant, int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> TestEvents.event(tenant, n)).toList();
  }

  private static List<EventId> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }

  private static IndexReport report(int stored, int duplicates) {
    return new IndexReport(stored, duplicates, Map.of());
  }
}
