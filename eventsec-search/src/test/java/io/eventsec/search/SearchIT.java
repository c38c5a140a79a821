package io.eventsec.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Tenant;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIT {
  private static final Tenant MINE = TestSearch.newTenant();
  private static final Tenant THEIRS = TestSearch.newTenant();
  private static final Instant NOON = TestEvents.BEGINNING;
  private static final int MANY = 10_050;

  @BeforeAll
  static void fill() {
    TestSearch.EVENTS.index(
        List.of(
            event(0, "{\"query\":\"evil.example.com\",\"agent\":\"curl/8.0\"}")
                .ecs("source.ip", "192.0.2.10")
                .ecs("source.port", 4444L)
                .ecs("user.name", "ann")
                .ecs("tls.resumed", true)
                .ecs("event.start", "2026-03-01T12:00:00Z")
                .ecs("event.dataset", "zeek.dns")
                .nativeField("id.orig_h", "192.0.2.10")
                .nativeField("_path", "dns")
                .nativeField("Threat Name", "a b: c*")
                .build(),
            event(1, "{\"query\":\"good.example.org\",\"note\":\"two words\"}")
                .ecs("source.ip", "2001:db8::7")
                .ecs("user.name", "bob")
                .ecs("message", "login failed for bob")
                .ecs("my.own", "custom")
                .nativeField("n", 42L)
                .nativeField("flag", false)
                .build(),
            event(2, "<13>Mar 1 host sshd[7]: C:\\Windows\\cmd.exe \u00fcber * all").build()));
    TestSearch.EVENTS.index(
        IntStream.range(0, 20).mapToObj(n -> TestEvents.event(THEIRS, n)).toList());
    TestSearch.EVENTS.refresh(MINE);
    TestSearch.EVENTS.refresh(THEIRS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "evil.example.com; 0",
        "EVIL.Example.COM; 0",
        "curl; 0",
        "query evil.example.com; 0",
        "evil.example.com good.example.org; ",
        "evil.example.com | good.example.org; 01",
        "query -evil.example.com; 1",
        "\"two words\"; 1",
        "\"words two\"; ",
        "(evil.example.com | good.example.org) note; 1",
        "login bob; 1",
        "\u00dcBER; 2",
        "C:\\Windows\\cmd.exe; 2",
        "ev*; ",
        "*; 012",
        "evill~1; ",
        "/ev.l/; ",
        "user.name:ann; "
      })
  void text_findsWholeWordsAndNothingElse(String text, String found) {
    assertThat(search(query().withText(text))).isEqualTo(numbers(found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\"open",
        "(",
        ")",
        "((",
        "|",
        "||",
        "-",
        "+",
        "- -",
        "~",
        "\"a b\"~9999",
        "\\",
        "\\\\",
        "/",
        "//",
        "/.*/",
        "[a TO b]",
        "{!}",
        "^",
        ":",
        "a:",
        "_exists_:x",
        "\u0000",
        "\n\t",
        "\ud83d",
        "\ud83d\ude00",
        "AND",
        "OR NOT",
        "<script>",
        "%00",
        "${x}",
        "' or 1=1 --",
        "?",
        "a?",
        "***",
        "a* b* c*",
        "..",
        ","
      })
  void text_ofSpecialCharacters_neverFails(String text) {
    assertThatCode(() -> search(query().withText(text))).doesNotThrowAnyException();
    assertThatCode(() -> search(query().withFilter("user.name", text))).doesNotThrowAnyException();
    assertThatCode(() -> search(query().withFilter("odd name " + text.strip(), "x")))
        .satisfiesAnyOf(
            failure -> assertThat(failure).isNull(),
            failure -> assertThat(failure).isInstanceOf(InvalidQueryException.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source.ip:192.0.2.10|0",
        "source.ip:192.0.2.0/24|0",
        "source.ip:2001:db8::7|1",
        "source.ip:2001:DB8::/32|1",
        "source.ip:10.0.0.0/8|",
        "source.port:4444|0",
        "user.name:ann|0",
        "user.name:an|",
        "user.name:a*|",
        "user.name:*|",
        "tls.resumed:true|0",
        "tls.resumed:false|",
        "event.start:2026-03-01T13:00:00+01:00|0",
        "message:failed for|1",
        "message:for failed|",
        "id.orig_h:192.0.2.10|0",
        "native.id.orig_h:192.0.2.10|0",
        "_path:dns|0",
        "Threat Name:a b: c*|0",
        "n:42|1",
        "flag:false|1",
        "my.own:custom|1",
        "native.my.own:custom|",
        "native:dns|",
        "no.such.field:x|",
        "_id:x|",
        "eventsec.source:sensor-1|012"
      })
  void filter_findsExactValues(String filter, String found) {
    if (filter.startsWith("native:")) {
      assertThatExceptionOfType(InvalidQueryException.class)
          .isThrownBy(() -> search(query().withFilter(EventFilter.parse(filter))));
    } else {
      assertThat(search(query().withFilter(EventFilter.parse(filter)))).isEqualTo(numbers(found));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source.port:https",
        "source.ip:host",
        "source.ip:1.2.3.4/99",
        "source.ip:999.1.1.1",
        "source.ip:::::",
        "tls.resumed:yes",
        "event.start:yesterday",
        "event.risk_score:much",
        "source.geo.location:1,2"
      })
  void filter_valueThatTheFieldCannotHave_isNamed(String filter) {
    EventFilter parsed = EventFilter.parse(filter);
    assertThatExceptionOfType(InvalidQueryException.class)
        .isThrownBy(() -> search(query().withFilter(parsed)))
        .withMessageContaining(parsed.value());
  }

  @Test
  void filters_ofOneFieldAreAlternatives_allFieldsMustBeMet() {
    EventQuery either = query().withFilter("user.name", "ann").withFilter("user.name", "bob");
    assertThat(search(either)).isEqualTo(numbers("01"));
    assertThat(search(either.withFilter("source.port", "4444"))).isEqualTo(numbers("0"));
  }

  @Test
  void timeRange_includesItsBeginningAndNotItsEnd() {
    assertThat(search(EventQuery.of(MINE, NOON, NOON.plusSeconds(2)))).isEqualTo(numbers("01"));
    assertThat(search(EventQuery.of(MINE, NOON.plusNanos(1), NOON.plusSeconds(2))))
        .isEqualTo(numbers("1"));
  }

  @Test
  void tenant_seesItsOwnEventsOnly() {
    EventId theirs = TestEvents.event(THEIRS, 3).id();
    assertThat(TestSearch.EVENTS.find(THEIRS, theirs)).isPresent();
    assertThat(TestSearch.EVENTS.find(MINE, theirs)).isEmpty();
    assertThat(search(query().withFilter("event.id", theirs.value()))).isEmpty();
    EventId own = TestEvents.event(MINE, 1).id();
    assertThat(search(query().withFilter("event.id", own.value()))).containsExactly(own);
    assertThat(search(query().withFilter("eventsec.tenant", THEIRS.id()))).isEmpty();
    String cursor =
        TestSearch.EVENTS.search(TestSearch.all(THEIRS).withLimit(5)).nextCursor().orElseThrow();
    assertThat(TestSearch.EVENTS.search(TestSearch.all(MINE).withCursor(cursor)).items())
        .allSatisfy(hit -> assertThat(numbers("012")).contains(hit.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "MSwxLDA", "../../", "\u0000"})
  void cursor_thatNoSearchGave_isRefused(String cursor) {
    assertThatExceptionOfType(InvalidQueryException.class)
        .isThrownBy(() -> search(query().withCursor(cursor)))
        .satisfies(failure -> assertThat(failure.part()).isEqualTo("cursor"));
  }

  @Test
  void tenantWithoutEvents_findsNothing() {
    Tenant nobody = TestSearch.newTenant();
    EventPage page = TestSearch.EVENTS.search(TestSearch.all(nobody));
    assertThat(page.items()).isEmpty();
    assertThat(page.total()).isZero();
    assertThat(TestSearch.EVENTS.find(nobody, TestEvents.event(nobody, 1).id())).isEmpty();
    EventStats stats =
        TestSearch.EVENTS.stats(EventQuery.of(nobody, NOON, NOON.plusSeconds(600)), 10);
    assertThat(stats.total()).isZero();
    assertThat(stats.perBucket()).hasSize(10).allMatch(bucket -> bucket.count() == 0);
  }

  @Test
  void manyEventsOfFewMoments_areWalkedThroughExactlyOnce() {
    Tenant tenant = TestSearch.newTenant();
    List<Event> events =
        IntStream.range(0, MANY)
            .mapToObj(
                n ->
                    Event.builder(TestEvents.event(tenant, n).id(), tenant, "s" + n % 3)
                        .time(NOON.plusSeconds(n % 7))
                        .ecs("source.port", (long) n)
                        .build())
            .toList();
    TestSearch.EVENTS.index(events);
    List<EventHit> walked = TestSearch.walk(TestSearch.all(tenant).withLimit(200));
    assertThat(TestSearch.ids(walked))
        .containsExactlyInAnyOrderElementsOf(events.stream().map(Event::id).toList());
    assertThat(walked).extracting(EventHit::time).isSortedAccordingTo((a, b) -> b.compareTo(a));
    EventPage page = TestSearch.EVENTS.search(TestSearch.all(tenant).withLimit(1));
    assertThat(page.total()).isEqualTo(10_000);
    assertThat(page.totalIsExact()).isFalse();
    countAll(tenant);
  }

  private static void countAll(Tenant tenant) {
    EventStats stats =
        TestSearch.EVENTS.stats(EventQuery.of(tenant, NOON, NOON.plusSeconds(10)), 10);
    assertThat(stats.total()).isEqualTo(MANY);
    assertThat(stats.interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(stats.perBucket()).hasSize(10);
    assertThat(stats.perBucket().stream().mapToLong(EventStats.Bucket::count).sum())
        .isEqualTo(MANY);
    assertThat(stats.perBucket().get(9).count()).isZero();
    assertThat(stats.sources())
        .hasSize(3)
        .allSatisfy(
            source -> {
              assertThat(source.events()).isEqualTo(MANY / 3);
              assertThat(source.lastEventAt()).isEqualTo(NOON.plusSeconds(6));
            });
  }

  private static EventQuery query() {
    return TestSearch.all(MINE);
  }

  private static List<EventId> search(EventQuery query) {
    return TestSearch.ids(TestSearch.EVENTS.search(query).items()).stream().sorted().toList();
  }

  private static List<EventId> numbers(String digits) {
    return digits == null
        ? List.of()
        : digits.chars().mapToObj(c -> TestEvents.event(MINE, c - '0').id()).sorted().toList();
  }

  private static Event.Builder event(int n, String original) {
    Event numbered = TestEvents.event(MINE, n);
    return Event.builder(numbered.id(), MINE, TestEvents.SOURCE)
        .time(numbered.time())
        .receivedAt(numbered.receivedAt())
        .original(original);
  }
}
