package io.eventsec.core.intel.match;

import static io.eventsec.core.intel.match.Claims.NOON;
import static io.eventsec.core.intel.match.Claims.claim;
import static io.eventsec.core.intel.match.Claims.during;
import static io.eventsec.core.intel.match.Claims.event;
import static io.eventsec.core.intel.match.Claims.origin;
import static io.eventsec.core.intel.match.Claims.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorSetTest {
  private static final String UUID = "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2";

  @ParameterizedTest
  @CsvSource({
    "ADDRESS, 192.0.2.1, source.ip, 192.0.2.1, EXACT",
    "ADDRESS, 2001:db8::1, destination.ip, 2001:DB8:0:0::1, EXACT",
    "ADDRESS, 192.0.2.1, dns.answers.data, 192.0.2.1, EXACT",
    "NETWORK, 192.0.2.0/24, source.ip, 192.0.2.255, NETWORK",
    "NETWORK, 2001:db8::/32, url.domain, 2001:db8:1::1, NETWORK",
    "NETWORK, 0.0.0.0/0, host.ip, 8.8.8.8, NETWORK",
    "DOMAIN, bad.example, dns.question.name, bad.example, EXACT",
    "DOMAIN, bad.example, dns.question.name, WWW.Bad.Example., SUBDOMAIN",
    "DOMAIN, bad.example, tls.client.server_name, a.b.c.bad.example, SUBDOMAIN",
    "DOMAIN, xn--bcher-kva.example, url.domain, bücher.example, EXACT",
    "URL, http://bad.example/a?b, url.full, http://bad.example/a?b, EXACT",
    "URL, http://bad.example/a, url.full, HTTP://Bad.Example:80/a#part, EXACT",
    "URL, http://bad.example:8080/a, url.full, http://bad.example:8080/a, EXACT",
    "EMAIL, m@bad.example, email.from.address, Mallory <M@Bad.Example>, EXACT",
    "MD5, d41d8cd98f00b204e9800998ecf8427e, file.hash.md5, D41D8CD98F00B204E9800998ECF8427E, EXACT",
    "FILE_NAME, setup.exe, process.name, Setup.EXE, EXACT",
    "FILE_NAME, übel.exe, file.name, Übel.exe, EXACT"
  })
  void match_aFieldThatNamesIt_isAHit(
      IndicatorKind kind, String indicator, String field, String value, MatchKind match) {
    assertThat(set(claim(kind, indicator)).match(event(Map.of(field, value))))
        .containsExactly(new IndicatorHit(field, value, match, claim(kind, indicator), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "ADDRESS, 192.0.2.1, source.ip, 192.0.2.2",
    "ADDRESS, 192.0.2.1, source.ip, ::ffff:192.0.2.1",
    "ADDRESS, 192.0.2.1, source.port, 192.0.2.1",
    "NETWORK, 192.0.2.0/24, source.ip, 192.0.3.0",
    "NETWORK, '::/0', source.ip, 192.0.2.1",
    "DOMAIN, bad.example, dns.question.name, notbad.example",
    "DOMAIN, bad.example, dns.question.name, bad.example.org",
    "DOMAIN, www.bad.example, dns.question.name, bad.example",
    "URL, http://bad.example/a, url.full, http://bad.example/A",
    "URL, http://bad.example/a, url.original, /a",
    "EMAIL, m@bad.example, email.from.address, xm@bad.example",
    "MD5, d41d8cd98f00b204e9800998ecf8427e, file.hash.sha1, da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "FILE_NAME, setup.exe, file.path, setup.exe"
  })
  void match_whatIsAlmostIt_isNone(
      IndicatorKind kind, String indicator, String field, String value) {
    assertThat(set(claim(kind, indicator)).match(event(Map.of(field, value)))).isEmpty();
  }

  @Test
  void match_validity_isOfTheEventsTime() {
    ValidityPeriod hour =
        new ValidityPeriod(Optional.of(NOON), Optional.of(NOON.plus(Duration.ofHours(1))));
    IndicatorSet set = set(during(claim(IndicatorKind.ADDRESS, "192.0.2.1"), hour));

    assertThat(found(set, NOON.minusNanos(1))).isFalse();
    assertThat(found(set, NOON)).isTrue();
    assertThat(found(set, NOON.plusSeconds(3_600).minusNanos(1))).isTrue();
    assertThat(found(set, NOON.plusSeconds(3_600))).isFalse();
    assertThat(found(set, Instant.MAX)).isFalse();
    assertThat(found(set, Instant.MIN)).isFalse();
  }

  private static boolean found(IndicatorSet set, Instant time) {
    return !set.match(event(time, Map.of("source.ip", "192.0.2.1"))).isEmpty();
  }

  @Test
  void match_hits_areFromTheMostSpecificOn() {
    IndicatorSet set =
        set(
            claim(IndicatorKind.NETWORK, "192.0.0.0/16"),
            claim(IndicatorKind.NETWORK, "192.0.2.0/24"),
            claim(IndicatorKind.NETWORK, "192.0.2.0/30"),
            claim(IndicatorKind.NETWORK, "192.0.2.8/30"),
            claim(IndicatorKind.ADDRESS, "192.0.2.1"),
            claim(IndicatorKind.DOMAIN, "bad.example"),
            claim(IndicatorKind.DOMAIN, "www.bad.example"));

    assertThat(set.match(event(Map.of("source.ip", "192.0.2.1"))))
        .extracting(hit -> hit.claim().indicator().value())
        .containsExactly("192.0.2.1", "192.0.2.0/30", "192.0.2.0/24", "192.0.0.0/16");
    assertThat(set.match(event(Map.of("url.domain", "www.bad.example"))))
        .extracting(hit -> hit.claim().indicator().value())
        .containsExactly("www.bad.example", "bad.example");
  }

  @Test
  void match_relatedFields_countWhereNoOtherSaysIt() {
    IndicatorSet set = set(claim(IndicatorKind.ADDRESS, "192.0.2.1"));

    assertThat(set.match(event(Map.of("source.ip", "192.0.2.1", "related.ip", "192.0.2.1"))))
        .extracting(IndicatorHit::field)
        .containsExactly("source.ip");
    assertThat(
            set.match(
                event(
                    Map.of(
                        "source.ip",
                        "192.0.2.9",
                        "related.ip",
                        List.of("192.0.2.1", "192.0.2.9")))))
        .extracting(IndicatorHit::field)
        .containsExactly("related.ip");
  }

  @Test
  void match_allThatIsKnown_isTold() {
    ThreatIndicator told =
        new ThreatIndicator(
            new Indicator(IndicatorKind.ADDRESS, "::ffff:192.0.2.1"),
            origin(UUID, "2026-01-02T03:04:05.678901Z"),
            new ValidityPeriod(Optional.of(Instant.EPOCH), Optional.empty()),
            OptionalInt.of(85),
            new IndicatorDetails("name", "ü", List.of("a", "b"), Optional.of(Tlp.AMBER_STRICT)));
    IndicatorSet.Builder builder = IndicatorSet.builder();
    builder.accept(told);
    builder.sighted(new IndicatorSighting(UUID, 2));
    builder.sighted(new IndicatorSighting(UUID, 3));

    assertThat(builder.build().match(event(Map.of("source.ip", "::ffff:c000:201"))))
        .containsExactly(
            new IndicatorHit("source.ip", "::ffff:c000:201", MatchKind.EXACT, told, 5));
  }

  @Test
  void match_severalSources_areAHitEach() {
    Indicator bad = new Indicator(IndicatorKind.ADDRESS, "192.0.2.1");
    IndicatorSet set = set(ThreatIndicator.of(bad, "a"), ThreatIndicator.of(bad, "b"));

    assertThat(set.match(event(Map.of("source.ip", "192.0.2.1"))))
        .extracting(hit -> hit.claim().origin().source())
        .containsExactly("a", "b");
    assertThat(set.statistics().indicators()).isEqualTo(1);
    assertThat(set.statistics().claims()).isEqualTo(2);
  }

  @Test
  void match_aSourceThatSaysItAgain_isHeardOnce() {
    ThreatIndicator before = claim(IndicatorKind.ADDRESS, "192.0.2.1", origin("", ""));
    ThreatIndicator after =
        new ThreatIndicator(
            before.indicator(),
            before.origin(),
            before.validity(),
            OptionalInt.of(7),
            before.details());
    ThreatIndicator other = ThreatIndicator.of(before.indicator(), "other");

    assertThat(set(before, other, after).match(event(Map.of("source.ip", "192.0.2.1"))))
        .extracting(IndicatorHit::claim)
        .containsExactly(after, other);
    assertThat(set(other, before, after).match(event(Map.of("source.ip", "192.0.2.1"))))
        .extracting(IndicatorHit::claim)
        .containsExactly(other, after);
  }

  @Test
  void match_olderVersions_areSuperseded_whicheverComesFirst() {
    ThreatIndicator older =
        claim(IndicatorKind.ADDRESS, "192.0.2.1", origin(UUID, "2026-01-01T00:00:00Z"));
    ThreatIndicator newer =
        claim(IndicatorKind.ADDRESS, "192.0.2.2", origin(UUID, "2026-01-02T00:00:00Z"));

    for (IndicatorSet set : List.of(set(older, newer), set(newer, older))) {
      assertThat(set.match(event(Map.of("source.ip", "192.0.2.1")))).isEmpty();
      assertThat(set.match(event(Map.of("source.ip", "192.0.2.2")))).hasSize(1);
      assertThat(set.statistics().superseded()).isEqualTo(1);
    }
  }

  @Test
  void match_allOfOneVersion_areInForce() {
    IndicatorSet set =
        set(
            claim(IndicatorKind.ADDRESS, "192.0.2.1", origin(UUID, "2026-01-01T00:00:00Z")),
            claim(IndicatorKind.ADDRESS, "192.0.2.2", origin(UUID, "2026-01-01T00:00:00Z")));

    assertThat(set.statistics().claims()).isEqualTo(2);
  }

  @Test
  void withdraw_endsWhatCameBefore_andNoLaterVersion() {
    IndicatorSet.Builder builder = IndicatorSet.builder();
    builder.withdraw(new IndicatorWithdrawal(UUID, Optional.of(NOON)));
    builder.accept(claim(IndicatorKind.ADDRESS, "192.0.2.1", origin(UUID, "2026-01-01T00:00:00Z")));
    builder.accept(claim(IndicatorKind.ADDRESS, "192.0.2.2", origin("b", "2026-01-01T00:00:00Z")));
    builder.withdraw(new IndicatorWithdrawal("b", Optional.empty()));
    builder.withdraw(new IndicatorWithdrawal("c", Optional.of(NOON)));
    builder.accept(claim(IndicatorKind.ADDRESS, "192.0.2.3", origin("c", "2026-12-01T00:00:00Z")));

    IndicatorSet set = builder.build();

    assertThat(
            set.match(event(Map.of("source.ip", List.of("192.0.2.1", "192.0.2.2", "192.0.2.3")))))
        .extracting(IndicatorHit::value)
        .containsExactly("192.0.2.3");
    assertThat(set.statistics().superseded()).isEqualTo(5);
  }

  @Test
  void build_whatHasNoRoom_isCounted() {
    IndicatorSet.Builder builder = IndicatorSet.builder().mostClaims(20);
    Indicator bad = new Indicator(IndicatorKind.ADDRESS, "192.0.2.1");
    IntStream.range(0, 25).forEach(i -> builder.accept(ThreatIndicator.of(bad, "source " + i)));

    IndicatorSetStatistics statistics = builder.build().statistics();

    assertThat(statistics.leftOut()).isEqualTo(5);
    assertThat(statistics.crowdedOut()).isEqualTo(4);
    assertThat(statistics.claims()).isEqualTo(16);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.mostClaims(0));
  }

  @Test
  void build_onceMore_isRefused() {
    IndicatorSet.Builder builder = IndicatorSet.builder();
    builder.build();

    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("The set was built already; start another builder");
    assertThatIllegalStateException()
        .isThrownBy(() -> builder.accept(claim(IndicatorKind.ADDRESS, "::1")));
  }

  @Test
  void match_manyHits_areBounded() {
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "h" + i + ".bad.example").toList();

    assertThat(
            set(claim(IndicatorKind.DOMAIN, "bad.example"))
                .match(event(Map.of("dns.answers.name", names))))
        .hasSize(100);
  }

  @Test
  void match_aNameThatIsTooLong_isFoundByItsEnding() {
    String name = "a.".repeat(2_000) + "bad.example";

    assertThat(
            set(claim(IndicatorKind.DOMAIN, "bad.example"))
                .match(event(Map.of("url.domain", name))))
        .hasSize(1);
  }

  @Test
  void empty_findsNothing() {
    assertThat(IndicatorSet.EMPTY.match(event(Map.of("source.ip", "192.0.2.1")))).isEmpty();
    assertThat(IndicatorSet.EMPTY.statistics().claims()).isZero();
  }

  @Test
  void fields_areOnesThatEventsHave() {
    assertThat(LookupRole.OF_FIELDS.keySet())
        .allSatisfy(field -> assertThat(EcsField.named(field)).as(field).isPresent());
  }
}
