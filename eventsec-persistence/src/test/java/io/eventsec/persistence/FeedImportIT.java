package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.core.intel.match.IndicatorSet;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.indicator.FeedImport;
import io.eventsec.persistence.indicator.FeedImports;
import io.eventsec.persistence.indicator.FeedOptions;
import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.indicator.IndicatorLoader;
import io.eventsec.persistence.indicator.IndicatorRetention;
import io.eventsec.persistence.indicator.TaxiiPosition;
import io.eventsec.persistence.indicator.TaxiiPositions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feeds are taken in claim by claim, taken back, and taken in again. */
class FeedImportIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final String STIX = "indicator--6ba7b810-9dad-41d1-80b4-00c04fd430c8";
  private static final Instant V1 = Instant.parse("2026-01-01T00:00:00.000001Z");
  private static final Instant V2 = V1.plusSeconds(3600);
  private static final Instant V3 = V2.plusSeconds(3600);

  @Test
  void feed_isTakenInWithAllThatItTells_andAgainChangesNothing() {
    ThreatIndicator told =
        new ThreatIndicator(
            new Indicator(IndicatorKind.URL, "http://bad.example/\u00fc"),
            new IndicatorOrigin("CERT", STIX, Optional.of(V1)),
            new ValidityPeriod(Optional.of(V1), Optional.of(V3)),
            OptionalInt.empty(),
            new IndicatorDetails(
                "Loader", "Second stage", List.of("malware", "a \"b\""), Optional.of(Tlp.AMBER)));
    assertThat(take(feed -> feed.accept(told))).isEqualTo(new IndicatorChanges(1, 0, 0, 0));
    assertThat(loaded(TENANT)).containsExactly(told);
    Map<Tenant, Long> revisions = new IndicatorLoader(STORE.pool()).revisions();
    assertThat(take(feed -> feed.accept(told))).isEqualTo(new IndicatorChanges(0, 0, 1, 0));
    assertThat(new IndicatorLoader(STORE.pool()).revisions()).isEqualTo(revisions);
  }

  @Test
  void feeds_areKeptApart_asTenantsAre() {
    new Tenants(STORE.pool()).ensure(OTHER);
    ThreatIndicator claim = claim("bad.example", "1", V1);
    take(feed -> feed.accept(claim));
    take(FeedOptions.of(TENANT, "second"), feed -> feed.accept(claim));
    take(FeedOptions.of(OTHER, "feed"), feed -> feed.accept(claim));
    take(feed -> feed.withdraw(new IndicatorWithdrawal("1", Optional.of(V2))));
    assertThat(loaded(TENANT)).as("of the second feed").hasSize(1);
    assertThat(loaded(OTHER)).hasSize(1);
    assertThat(
            whole(FeedOptions.of(OTHER, "feed"), feed -> feed.accept(claim("c.example", "2", V1))))
        .isEqualTo(new IndicatorChanges(1, 0, 0, 1));
    assertThat(loaded(TENANT)).hasSize(1);
  }

  @Test
  void objectsOfTwoFeeds_areTheSame_onlyIfTheirIdsAreTheSameEverywhere() {
    FeedOptions second = FeedOptions.of(TENANT, "second");
    take(feed -> feed.accept(claim("a.example", "7", V1)));
    take(second, feed -> feed.accept(claim("b.example", "7", V2)));
    IndicatorSet.Builder tables = IndicatorSet.builder();
    new IndicatorLoader(STORE.pool()).load(TENANT, tables);
    assertThat(tables.build().statistics().claims()).as("rows of two tables").isEqualTo(2);
    take(feed -> feed.accept(claim("c.example", STIX, V1)));
    take(second, feed -> feed.accept(claim("d.example", STIX, V2)));
    IndicatorSet.Builder bundles = IndicatorSet.builder();
    new IndicatorLoader(STORE.pool()).load(TENANT, bundles);
    assertThat(bundles.build().statistics().claims()).as("one object of STIX more").isEqualTo(3);
  }

  @Test
  void latestVersionOfAnObject_holds_whicheverComesFirst() {
    take(feed -> feed.accept(claim("a.example", "1", V1)));
    assertThat(take(feed -> feed.accept(claim("b.example", "1", V2))))
        .isEqualTo(new IndicatorChanges(1, 0, 0, 1));
    assertThat(names()).containsExactly("b.example");
    assertThat(take(feed -> feed.accept(claim("a.example", "1", V1))))
        .as("the old version again")
        .isEqualTo(new IndicatorChanges(0, 0, 1, 0));
    assertThat(take(feed -> feed.accept(claim("c.example", "1", V1))))
        .as("more of the old version")
        .isEqualTo(new IndicatorChanges(1, 0, 0, 1));
    assertThat(names()).containsExactly("b.example");
    assertThat(take(feed -> feed.accept(claim("a.example", "1", V2))))
        .as("the other half of the new version")
        .isEqualTo(new IndicatorChanges(0, 1, 0, 0));
    assertThat(names()).containsExactlyInAnyOrder("a.example", "b.example");
  }

  @Test
  void withdrawal_endsItsVersionAndOlderOnes_untilALaterOneComes() {
    take(feed -> feed.accept(claim("a.example", "1", V1)));
    assertThat(take(feed -> feed.withdraw(new IndicatorWithdrawal("1", Optional.of(V2)))))
        .isEqualTo(new IndicatorChanges(0, 0, 0, 1));
    assertThat(take(feed -> feed.accept(claim("a.example", "1", V2))).changed()).isZero();
    assertThat(names()).isEmpty();
    assertThat(take(feed -> feed.accept(claim("a.example", "1", V3))).changed()).isEqualTo(1);
    assertThat(names()).containsExactly("a.example");
  }

  @Test
  void withdrawalBeforeItsOlderVersion_inOneFeed_holds() {
    assertThat(
            take(
                feed -> {
                  feed.withdraw(new IndicatorWithdrawal("1", Optional.of(V2)));
                  feed.accept(claim("a.example", "1", V1));
                  feed.withdraw(new IndicatorWithdrawal("2", Optional.empty()));
                  feed.accept(claim("b.example", "2", V1));
                }))
        .isEqualTo(new IndicatorChanges(2, 0, 0, 1));
    assertThat(names()).containsExactly("b.example");
  }

  @Test
  void wholeFeed_takesBackWhatItHasNoMore_andSaysItAgain() {
    List<ThreatIndicator> many =
        IntStream.range(0, 12_000).mapToObj(n -> claim("n" + n + ".example", "", null)).toList();
    assertThat(take(feed -> many.forEach(feed::accept)).added()).isEqualTo(12_000);
    List<ThreatIndicator> some = many.subList(0, 100);
    assertThat(whole(options(), feed -> some.forEach(feed::accept)))
        .isEqualTo(new IndicatorChanges(0, 0, 100, 11_900));
    assertThat(names()).hasSize(100);
    assertThat(whole(options(), feed -> some.forEach(feed::accept)))
        .isEqualTo(new IndicatorChanges(0, 0, 100, 0));
    assertThat(whole(options(), feed -> {})).as("nothing said").isEqualTo(IndicatorChanges.NONE);
    assertThat(names()).hasSize(100);
    assertThat(take(feed -> many.forEach(feed::accept)))
        .isEqualTo(new IndicatorChanges(0, 11_900, 100, 0));
  }

  @Test
  void whatAFeedDoesNotTell_isAsTheOptionsSay_andStaysSoFromOneImportToTheNext() {
    FeedOptions options =
        new FeedOptions(
            TENANT,
            "feed",
            Optional.of(Tlp.GREEN),
            Optional.of(Duration.ofDays(30)),
            Optional.empty());
    ThreatIndicator bare = claim("a.example", "", null);
    ThreatIndicator dated = claim("b.example", "2", V1);
    Consumer<FeedImport> both =
        feed -> {
          feed.accept(bare);
          feed.accept(dated);
        };
    take(options, both);
    assertThat(loaded(TENANT))
        .allSatisfy(claim -> assertThat(claim.details().tlp()).contains(Tlp.GREEN));
    assertThat(end("b.example")).contains(V1.plus(Duration.ofDays(30)));
    Instant end = end("a.example").orElseThrow();
    assertThat(end).isAfter(Instant.now().plus(Duration.ofDays(29)));
    assertThat(take(options, both)).isEqualTo(new IndicatorChanges(0, 0, 2, 0));
    // More than half of the time has passed: it is renewed.
    STORE.execute(
        "update indicators set valid_until = now() + interval '14 days' where value = 'a.example'");
    assertThat(take(options, both)).isEqualTo(new IndicatorChanges(0, 1, 1, 0));
    assertThat(end("a.example").orElseThrow()).isAfterOrEqualTo(end);
  }

  @Test
  void optionsOutOfBounds_areRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> FeedOptions.of(TENANT, " "));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new FeedOptions(
                    TENANT, "feed", Optional.empty(), Optional.of(Duration.ZERO), Optional.empty()))
        .withMessageContaining("use PT1S to");
  }

  @Test
  void retention_forgetsWhatWasTakenBack() {
    take(feed -> feed.accept(claim("a.example", "1", V1)));
    take(feed -> feed.withdraw(new IndicatorWithdrawal("1", Optional.of(V2))));
    IndicatorRetention retention = new IndicatorRetention(STORE.pool());
    Instant later = Instant.now().plusSeconds(60);
    assertThat(retention.forgetSome(Instant.now().minusSeconds(60))).isZero();
    assertThat(retention.count(later)).isEqualTo(1);
    assertThat(retention.forgetSome(later)).isEqualTo(1);
    assertThat(STORE.number("select count(*) from indicators")).isZero();
  }

  @Test
  void manyClaims_areTakenInAndLoaded() {
    int count = Integer.getInteger("indicators.count", 20_000);
    Consumer<FeedImport> all =
        feed -> {
          for (int n = 0; n < count; n++) {
            feed.accept(claim("host" + n + ".bad.example", "indicator--" + n, V1));
          }
        };
    long start = System.nanoTime();
    assertThat(take(all).added()).isEqualTo(count);
    long added = System.nanoTime();
    assertThat(take(all).unchanged()).isEqualTo(count);
    long again = System.nanoTime();
    assertThat(loaded(TENANT)).hasSize(count);
    long loaded = System.nanoTime();
    System.getLogger("indicators")
        .log(
            System.Logger.Level.INFO,
            count
                + " claims: added in "
                + TimeUnit.NANOSECONDS.toMillis(added - start)
                + " ms, again in "
                + TimeUnit.NANOSECONDS.toMillis(again - added)
                + " ms, loaded in "
                + TimeUnit.NANOSECONDS.toMillis(loaded - again)
                + " ms");
  }

  @Test
  void positionOfACollection_isKept_andAnotherAddressBegins() {
    TaxiiPositions positions = new TaxiiPositions(STORE.pool());
    String address = "https://taxii.example/api1/collections/1/";
    TaxiiPosition first = positions.due(TENANT, "cti", address).orElseThrow();
    assertThat(first.addedAfter()).isEmpty();
    positions.succeeded(first.movedTo(Optional.of("2026-01-01T00:00:00Z")), Duration.ofHours(1));
    assertThat(positions.due(TENANT, "cti", address)).as("not yet").isEmpty();
    STORE.execute("update taxii_collections set due_at = now()");
    TaxiiPosition next = positions.due(TENANT, "cti", address).orElseThrow();
    assertThat(next.addedAfter()).contains("2026-01-01T00:00:00Z");
    positions.failed(
        next.failedAt(next.addedAfter()), Duration.ZERO, "Status 503\u0000".repeat(900));
    TaxiiPosition again = positions.due(TENANT, "cti", address).orElseThrow();
    assertThat(again.failures()).isEqualTo(1);
    assertThat(again.addedAfter()).isEqualTo(next.addedAfter());
    assertThat(
            STORE.number("select count(*) from taxii_collections where succeeded_at is not null"))
        .as("when it last succeeded is still known")
        .isEqualTo(1);
    TaxiiPosition moved = positions.due(TENANT, "cti", address + "x/").orElseThrow();
    assertThat(moved.addedAfter()).isEmpty();
  }

  private static FeedOptions options() {
    return FeedOptions.of(TENANT, "feed");
  }

  private static IndicatorChanges take(Consumer<FeedImport> said) {
    return take(options(), said);
  }

  private static IndicatorChanges take(FeedOptions options, Consumer<FeedImport> said) {
    FeedImport feed = new FeedImports(STORE.pool()).begin(options);
    said.accept(feed);
    return feed.finish();
  }

  private static IndicatorChanges whole(FeedOptions options, Consumer<FeedImport> said) {
    FeedImport feed = new FeedImports(STORE.pool()).begin(options);
    said.accept(feed);
    return feed.finishWhole();
  }

  private static ThreatIndicator claim(String domain, String id, @Nullable Instant version) {
    return new ThreatIndicator(
        new Indicator(IndicatorKind.DOMAIN, domain),
        new IndicatorOrigin("CERT", id, Optional.ofNullable(version)),
        ValidityPeriod.ALWAYS,
        OptionalInt.of(60),
        IndicatorDetails.NONE);
  }

  private static List<ThreatIndicator> loaded(Tenant tenant) {
    List<ThreatIndicator> claims = new ArrayList<>();
    new IndicatorLoader(STORE.pool()).load(tenant, claims::add);
    return claims;
  }

  private static List<String> names() {
    return loaded(TENANT).stream().map(claim -> claim.indicator().value()).toList();
  }

  private static Optional<Instant> end(String domain) {
    return loaded(TENANT).stream()
        .filter(claim -> claim.indicator().value().equals(domain))
        .findFirst()
        .flatMap(claim -> claim.validity().until());
  }
}
