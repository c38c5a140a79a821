package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.indicator.IndicatorClaim;
import io.eventsec.persistence.indicator.IndicatorClaims;
import io.eventsec.persistence.indicator.IndicatorQuery;
import io.eventsec.persistence.indicator.IndicatorRecord;
import io.eventsec.persistence.indicator.IndicatorRetention;
import io.eventsec.persistence.indicator.Indicators;
import io.eventsec.testkit.Parallel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    IndicatorClaim claim = new IndicatorClaim(BAD, 80, NOW, Optional.of(until));
    assertThat(put(new IndicatorClaims(TENANT, "by hand", List.of(claim), Optional.of(ada))))
        .isEqualTo(new IndicatorChanges(1, 0, 0));
    IndicatorRecord kept = list(IndicatorQuery.all(TENANT, 10)).get(0);
    assertThat(kept.indicator()).isEqualTo(BAD);
    assertThat(kept.source()).isEqualTo("by hand");
    assertThat(kept.confidence()).isEqualTo(80);
    assertThat(kept.validFrom()).isEqualTo(NOW);
    assertThat(kept.validUntil()).contains(until);
    assertThat(kept.createdBy()).contains(new UserRef(ada, "ada", "The ada"));
    assertThat(find(kept.id())).contains(kept);
  }

  @Test
  void put_again_changesOnlyWhatIsSaidOtherwise() {
    put("feed", claim(BAD, 50), claim(WORSE, 50));
    List<IndicatorRecord> before = list(IndicatorQuery.all(TENANT, 10));
    assertThat(put("feed", claim(BAD, 50), claim(WORSE, 50)))
        .isEqualTo(new IndicatorChanges(0, 0, 2));
    assertThat(list(IndicatorQuery.all(TENANT, 10))).isEqualTo(before);
    assertThat(put("feed", claim(BAD, 90), claim(WORSE, 50), claim(ADDRESS, 10)))
        .isEqualTo(new IndicatorChanges(1, 1, 1));
    assertThat(put("feed", claim(BAD, 1), claim(BAD, 90)))
        .as("of several the last counts")
        .isEqualTo(new IndicatorChanges(0, 0, 1));
    assertThat(put("another feed", claim(BAD, 50))).isEqualTo(new IndicatorChanges(1, 0, 0));
  }

  @Test
  void put_fromManyThreadsInAnyOrder_addsEachOnce() throws Exception {
    List<IndicatorClaim> claims =
        IntStream.range(0, 200).mapToObj(n -> claim(domain("n" + n + ".example"), 50)).toList();
    List<IndicatorClaim> backwards = new ArrayList<>(claims);
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
        .isThrownBy(() -> claim(BAD, 101))
        .withMessage("Confidence 101 is out of bounds: use 0 to 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IndicatorClaim(BAD, 50, NOW, Optional.of(NOW)))
        .withMessageContaining("give a later end");
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
        .extracting(IndicatorRecord::source)
        .containsExactly("other feed", "feed");
    Page<IndicatorRecord> second = page(all.withCursor(first.nextCursor().orElseThrow()));
    assertThat(second.rows()).extracting(IndicatorRecord::indicator).containsExactly(BAD);
    assertThat(second.nextCursor()).isEmpty();
    assertThat(list(all.withKind(IndicatorKind.ADDRESS))).hasSize(1);
    assertThat(list(all.withValue("bad.example"))).hasSize(2);
    assertThat(list(all.withSource("feed"))).hasSize(2);
    assertThat(list(all.withSource("feed").withKind(IndicatorKind.DOMAIN))).hasSize(1);
    assertThat(list(IndicatorQuery.all(OTHER, 10))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> page(all.withCursor("forged")))
        .withMessageContaining("none of ours");
  }

  @Test
  void known_findsWhatIsInForceInOneStatement() {
    Instant ended = NOW.minusSeconds(60);
    put("feed", claim(BAD, 50), new IndicatorClaim(WORSE, 50, Instant.EPOCH, Optional.of(ended)));
    put("other feed", claim(BAD, 50));
    Indicator unknown = domain("unknown.example");
    List<Indicator> wanted = List.of(BAD, WORSE, unknown, ADDRESS);
    assertThat(known(TENANT, wanted, NOW)).containsExactly(BAD);
    assertThat(known(TENANT, wanted, ended.minusSeconds(1))).containsExactlyInAnyOrder(BAD, WORSE);
    assertThat(known(TENANT, wanted, ended)).as("the end is not part of it").containsExactly(BAD);
    assertThat(known(OTHER, wanted, NOW)).isEmpty();
    assertThat(known(TENANT, List.of(), NOW)).isEmpty();
    assertThat(STORE.entities().statements(() -> known(TENANT, wanted, NOW))).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> known(TENANT, Collections.nCopies(10_001, BAD), NOW))
        .withMessageContaining("10000");
  }

  @Test
  void expire_endsWhatASourceSays() {
    put("feed", claim(BAD, 50), claim(WORSE, 50));
    put("other feed", claim(WORSE, 50));
    assertThat(expire(OTHER, "feed")).isZero();
    assertThat(expire(TENANT, "feed")).isEqualTo(2);
    assertThat(expire(TENANT, "feed")).as("again").isZero();
    assertThat(list(IndicatorQuery.all(TENANT, 10))).as("it is kept").hasSize(3);
    Instant later = Instant.now().plusSeconds(1);
    assertThat(known(TENANT, List.of(BAD, WORSE), later)).containsExactly(WORSE);
    assertThat(list(IndicatorQuery.all(TENANT, 10).inForceAt(later)))
        .extracting(IndicatorRecord::source)
        .containsExactly("other feed");
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
    put("feed", claim(BAD, 50), new IndicatorClaim(WORSE, 50, Instant.EPOCH, Optional.of(NOW)));
    IndicatorRetention retention = new IndicatorRetention(STORE.pool());
    assertThat(retention.count(NOW)).isZero();
    assertThat(retention.count(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(retention.forgetSome(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(retention.forgetSome(NOW.plusSeconds(1))).isZero();
    assertThat(list(IndicatorQuery.all(TENANT, 10)))
        .extracting(IndicatorRecord::indicator)
        .containsExactly(BAD);
  }

  @Test
  void longestValues_fitTheIndexes() {
    Indicator longest = new Indicator(IndicatorKind.URL, "http://a.example/" + random(2000 - 17));
    assertThat(longest.value()).hasSize(2000);
    assertThat(put("\u00fc".repeat(100), claim(longest, 50)))
        .isEqualTo(new IndicatorChanges(1, 0, 0));
  }

  @Test
  void statements_doNotGrowWithTheRows() {
    List<IndicatorClaim> claims =
        IntStream.range(0, 1000).mapToObj(n -> claim(domain("n" + n + ".example"), 50)).toList();
    TestEntities entities = STORE.entities();
    assertThat(entities.statements(() -> put(new IndicatorClaims(TENANT, "feed", claims, FEED))))
        .isEqualTo(1);
    assertThat(entities.statements(() -> list(IndicatorQuery.all(TENANT, 200)))).isEqualTo(1);
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

  private static IndicatorClaim claim(Indicator indicator, int confidence) {
    return new IndicatorClaim(indicator, confidence, IndicatorClaim.ALWAYS, Optional.empty());
  }

  private static Optional<IndicatorRecord> find(long id) {
    return with(indicators -> indicators.find(TENANT, id));
  }

  private static int expire(Tenant tenant, String source) {
    return with(indicators -> indicators.expire(tenant, source));
  }

  private static boolean remove(Tenant tenant, long id) {
    return with(indicators -> indicators.remove(tenant, id));
  }

  private static IndicatorChanges put(String source, IndicatorClaim... claims) {
    return put(new IndicatorClaims(TENANT, source, List.of(claims), FEED));
  }

  private static IndicatorChanges put(IndicatorClaims claims) {
    return with(indicators -> indicators.put(claims));
  }

  private static Set<Indicator> known(Tenant tenant, List<Indicator> wanted, Instant moment) {
    return with(indicators -> indicators.known(tenant, wanted, moment));
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
