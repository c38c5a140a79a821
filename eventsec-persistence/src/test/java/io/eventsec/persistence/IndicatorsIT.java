package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.indicator.IndicatorClaims;
import io.eventsec.persistence.indicator.IndicatorLoader;
import io.eventsec.persistence.indicator.IndicatorQuery;
import io.eventsec.persistence.indicator.IndicatorQuery.Filter;
import io.eventsec.persistence.indicator.IndicatorRecord;
import io.eventsec.persistence.indicator.IndicatorRetention;
import io.eventsec.persistence.indicator.Indicators;
import io.eventsec.testkit.Parallel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IndicatorsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Optional<UUID> FEED = Optional.empty();
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private static final Indicator BAD = domain("bad.example");
  private static final Indicator WORSE = domain("worse.example");
  private static final Indicator ADDRESS = new Indicator(IndicatorKind.ADDRESS, "192.0.2.1");

  @Test
  void put_isKeptWithWhoSaidIt() {
    UUID ada = STORE.people().user(TENANT, "ada");
    Instant until = NOW.plus(1, ChronoUnit.DAYS);
    ThreatIndicator claim =
        claim("by hand", BAD, 80, new ValidityPeriod(Optional.of(NOW), Optional.of(until)));
    assertThat(put(new IndicatorClaims(TENANT, "by hand", List.of(claim), Optional.of(ada))))
        .isEqualTo(new IndicatorChanges(1, 0, 0, 0));
    IndicatorRecord kept = list(IndicatorQuery.all(TENANT, 10)).get(0);
    assertThat(kept.claim()).isEqualTo(claim);
    assertThat(kept.feed()).isEqualTo("by hand");
    assertThat(kept.withdrawnAt()).isEmpty();
    assertThat(kept.sightings()).isEqualTo(new IndicatorRecord.Sightings(0, Optional.empty()));
    assertThat(kept.createdBy()).contains(new UserRef(ada, "ada", "The ada"));
    assertThat(find(kept.id())).contains(kept);
  }

  @Test
  void put_again_changesOnlyWhatIsSaidOtherwise() {
    put("feed", claim(BAD, 50), claim(WORSE, 50));
    List<IndicatorRecord> before = list(IndicatorQuery.all(TENANT, 10));
    assertThat(put("feed", claim(BAD, 50), claim(WORSE, 50)))
        .isEqualTo(new IndicatorChanges(0, 0, 2, 0));
    assertThat(list(IndicatorQuery.all(TENANT, 10))).isEqualTo(before);
    assertThat(put("feed", claim(BAD, 90), claim(WORSE, 50), claim(ADDRESS, 10)))
        .isEqualTo(new IndicatorChanges(1, 1, 1, 0));
    assertThat(put("feed", claim(BAD, 1), claim(BAD, 90)))
        .as("of several the last counts")
        .isEqualTo(new IndicatorChanges(0, 0, 1, 0));
    assertThat(put("another feed", claim(BAD, 50))).isEqualTo(new IndicatorChanges(1, 0, 0, 0));
  }

  @Test
  void put_fromManyThreadsInAnyOrder_addsEachOnce() throws Exception {
    List<ThreatIndicator> claims =
        IntStream.range(0, 200).mapToObj(n -> claim(domain("n" + n + ".example"), 50)).toList();
    List<ThreatIndicator> backwards = new ArrayList<>(claims);
    Collections.reverse(backwards);
    List<Callable<IndicatorChanges>> attempts =
        Stream.of(claims, backwards, claims, backwards)
            .<Callable<IndicatorChanges>>map(
                list -> () -> put(new IndicatorClaims(TENANT, "feed", list, FEED)))
            .toList();
    assertThat(Parallel.run(attempts).stream().mapToInt(IndicatorChanges::added).sum())
        .isEqualTo(200);
    assertThat(STORE.number("select count(*) from indicators")).isEqualTo(200);
  }

  @Test
  void put_byAStranger_isRefused() {
    UUID stranger = STORE.people().user(OTHER, "eve");
    IndicatorClaims claims =
        new IndicatorClaims(TENANT, "by hand", List.of(claim(BAD, 50)), Optional.of(stranger));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> put(claims))
        .withMessageContaining("none of tenant");
    assertThat(list(IndicatorQuery.all(TENANT, 10))).isEmpty();
  }

  @Test
  void claims_outOfBounds_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndicatorClaims(TENANT, "", List.of(claim(BAD, 1)), FEED));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndicatorClaims(TENANT, "feed", List.of(), FEED))
        .withMessageContaining("1 to 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IndicatorClaims(
                    TENANT, "feed", Collections.nCopies(1001, claim(BAD, 1)), FEED));
  }

  @Test
  void page_filtersAndWalksAllOnceNewestFirst() {
    put("feed", claim(BAD, 50));
    put("feed", claim(ADDRESS, 50));
    put("other feed", claim(BAD, 50));
    IndicatorQuery all = IndicatorQuery.all(TENANT, 2);
    Page<IndicatorRecord> first = page(all);
    assertThat(first.rows())
        .extracting(IndicatorRecord::feed)
        .containsExactly("other feed", "feed");
    Page<IndicatorRecord> second = page(all.withCursor(first.nextCursor().orElseThrow()));
    assertThat(second.rows()).extracting(one -> one.claim().indicator()).containsExactly(BAD);
    assertThat(second.nextCursor()).isEmpty();
    assertThat(list(all.with(Filter.ALL.withKind(IndicatorKind.ADDRESS)))).hasSize(1);
    assertThat(list(all.with(Filter.ALL.withValue("bad.example")))).hasSize(2);
    assertThat(list(all.with(Filter.ALL.withSource("feed").withKind(IndicatorKind.ADDRESS))))
        .hasSize(1);
    assertThat(list(all.with(Filter.ALL.withFeed("other feed")))).hasSize(1);
    assertThat(list(all.with(Filter.ALL.withText("BAD.ex")))).hasSize(2);
    assertThat(list(all.with(Filter.ALL.withText("b%d")))).as("literally").isEmpty();
    assertThat(list(all.with(Filter.ALL.withFeed("feed").withKind(IndicatorKind.DOMAIN))))
        .hasSize(1);
    assertThat(list(IndicatorQuery.all(OTHER, 10))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> page(all.withCursor("forged")))
        .withMessageContaining("none of ours");
  }

  @Test
  void inForce_isWhatHasBegunAndNotEnded() {
    Instant ended = NOW.minusSeconds(60);
    put("feed", claim(BAD, 50), claim("feed", WORSE, 50, until(ended)));
    IndicatorQuery all = IndicatorQuery.all(TENANT, 10);
    assertThat(list(all.with(Filter.ALL.inForceAt(NOW))))
        .extracting(one -> one.claim().indicator())
        .containsExactly(BAD);
    assertThat(list(all.with(Filter.ALL.inForceAt(ended.minusSeconds(1))))).hasSize(2);
    assertThat(list(all.with(Filter.ALL.inForceAt(ended))))
        .as("the end is not part of it")
        .hasSize(1);
  }

  @Test
  void change_raisesTheRevisionOfItsTenantAlone() {
    STORE.people().user(OTHER, "eve");
    IndicatorLoader loader = new IndicatorLoader(STORE.pool());
    put("feed", claim(BAD, 50));
    put(new IndicatorClaims(OTHER, "feed", List.of(claim(WORSE, 50)), FEED));
    Map<Tenant, Long> before = loader.revisions();
    put("feed", claim(BAD, 50));
    assertThat(loader.revisions()).as("nothing has changed").isEqualTo(before);
    remove(TENANT, list(IndicatorQuery.all(TENANT, 10)).get(0).id());
    assertThat(loader.revisions().get(TENANT)).isNotEqualTo(before.get(TENANT));
    assertThat(loader.revisions().get(OTHER)).isEqualTo(before.get(OTHER));
    assertThat(loaded(OTHER)).extracting(ThreatIndicator::indicator).containsExactly(WORSE);
    assertThat(loaded(TENANT)).isEmpty();
  }

  @Test
  void remove_ofAnotherTenant_changesNothing() {
    put("feed", claim(BAD, 50));
    long id = list(IndicatorQuery.all(TENANT, 10)).get(0).id();
    assertThat(remove(OTHER, id)).isFalse();
    assertThat(remove(TENANT, id)).isTrue();
    assertThat(remove(TENANT, id)).isFalse();
  }

  @Test
  void retention_forgetsWhatHasEnded() {
    put("feed", claim(BAD, 50), claim("feed", WORSE, 50, until(NOW)));
    IndicatorRetention retention = new IndicatorRetention(STORE.pool());
    assertThat(retention.count(NOW)).isZero();
    assertThat(retention.count(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(retention.forgetSome(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(retention.forgetSome(NOW.plusSeconds(1))).isZero();
    assertThat(list(IndicatorQuery.all(TENANT, 10)))
        .extracting(one -> one.claim().indicator())
        .containsExactly(BAD);
  }

  @Test
  void longestValues_fitTheIndexes() {
    Indicator longest = new Indicator(IndicatorKind.URL, "http://a.example/" + random(2000 - 17));
    assertThat(longest.value()).hasSize(2000);
    assertThat(put("\u00fc".repeat(100), claim(longest, 50)))
        .isEqualTo(new IndicatorChanges(1, 0, 0, 0));
  }

  @Test
  void statements_doNotGrowWithTheRows() {
    List<ThreatIndicator> claims =
        IntStream.range(0, 1000).mapToObj(n -> claim(domain("n" + n + ".example"), 50)).toList();
    TestEntities entities = STORE.entities();
    put(new IndicatorClaims(TENANT, "feed", claims, FEED));
    assertThat(entities.statements(() -> list(IndicatorQuery.all(TENANT, 200)))).isEqualTo(2);
  }

  /** Digits that do not compress, so that the row is as long as it looks. */
  private static String random(int length) {
    return new java.util.Random(7)
        .ints(length, 33, 127)
        .map(c -> Character.isLetterOrDigit(c) ? c : 'x')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Indicator domain(String name) {
    return new Indicator(IndicatorKind.DOMAIN, name);
  }

  private static ThreatIndicator claim(Indicator indicator, int confidence) {
    return claim("feed", indicator, confidence, ValidityPeriod.ALWAYS);
  }

  private static ThreatIndicator claim(
      String source, Indicator indicator, int confidence, ValidityPeriod validity) {
    return new ThreatIndicator(
        indicator,
        IndicatorOrigin.of(source),
        validity,
        OptionalInt.of(confidence),
        IndicatorDetails.NONE);
  }

  private static ValidityPeriod until(Instant end) {
    return new ValidityPeriod(Optional.empty(), Optional.of(end));
  }

  private static List<ThreatIndicator> loaded(Tenant tenant) {
    List<ThreatIndicator> claims = new ArrayList<>();
    new IndicatorLoader(STORE.pool()).load(tenant, claims::add);
    return claims;
  }

  private static Optional<IndicatorRecord> find(long id) {
    return with(indicators -> indicators.find(TENANT, id));
  }

  private static boolean remove(Tenant tenant, long id) {
    return with(indicators -> indicators.remove(tenant, id));
  }

  private static IndicatorChanges put(String source, ThreatIndicator... claims) {
    return put(new IndicatorClaims(TENANT, source, List.of(claims), FEED));
  }

  private static IndicatorChanges put(IndicatorClaims claims) {
    return with(indicators -> indicators.put(claims));
  }

  private static List<IndicatorRecord> list(IndicatorQuery query) {
    return page(query).rows();
  }

  private static Page<IndicatorRecord> page(IndicatorQuery query) {
    return with(indicators -> indicators.page(query));
  }

  private static <T> T with(Function<Indicators, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Indicators(manager)));
  }
}
