package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.Indicator;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes in what one source says: one statement that adds and replaces. */
final class IndicatorRecording {
  /** In one order, so that two at once do not wait for each other in a circle. */
  private static final String PUT =
      """
      with put as (
        insert into indicators
          (tenant, kind, value, source, confidence, valid_from, valid_until, created_by, created_at)
        select :tenant, kind, value, :source, cast(confidence as smallint),
          cast(valid_from as timestamptz), cast(nullif(valid_until, '') as timestamptz),
          cast(nullif(:user, '') as uuid), :now
        from unnest(cast(:kinds as text[]), cast(:keys as text[]), cast(:confidences as text[]),
          cast(:froms as text[]), cast(:untils as text[]))
          as given (kind, value, confidence, valid_from, valid_until)
        order by kind, value
        on conflict on constraint indicators_once do update set confidence = excluded.confidence,
          valid_from = excluded.valid_from, valid_until = excluded.valid_until
        where (indicators.confidence, indicators.valid_from, indicators.valid_until)
          is distinct from (excluded.confidence, excluded.valid_from, excluded.valid_until)
        returning xmax = 0 as added)
      select count(*) filter (where added) as added, count(*) filter (where not added) as changed
      from put""";

  private final EntityManager entities;
  private final IndicatorClaims claims;

  IndicatorRecording(EntityManager entities, IndicatorClaims claims) {
    this.entities = entities;
    this.claims = claims;
  }

  IndicatorChanges run() {
    claims.userId().ifPresent(id -> TenantUsers.require(entities, claims.tenant(), id));
    List<IndicatorClaim> given = lastOfEach();
    Query put = entities.createNativeQuery(PUT, Tuple.class);
    column(put, "kinds", given, claim -> claim.indicator().kind().name());
    column(put, "keys", given, claim -> claim.indicator().value());
    column(put, "confidences", given, claim -> Integer.toString(claim.confidence()));
    column(put, "froms", given, claim -> text(claim.validFrom()));
    column(
        put, "untils", given, claim -> claim.validUntil().map(IndicatorRecording::text).orElse(""));
    put.setParameter("tenant", claims.tenant().id());
    put.setParameter("source", claims.source());
    put.setParameter("user", claims.userId().map(Object::toString).orElse(""));
    put.setParameter("now", Now.micros());
    Tuple counts = (Tuple) put.getSingleResult();
    int added = counts.get("added", Long.class).intValue();
    int changed = counts.get("changed", Long.class).intValue();
    return new IndicatorChanges(added, changed, given.size() - added - changed);
  }

  private List<IndicatorClaim> lastOfEach() {
    Map<Indicator, IndicatorClaim> last = new LinkedHashMap<>();
    claims.claims().forEach(claim -> last.put(claim.indicator(), claim));
    return List.copyOf(last.values());
  }

  private static void column(
      Query query, String name, List<IndicatorClaim> rows, Function<IndicatorClaim, String> value) {
    query.setParameter(name, rows.stream().map(value).toArray(String[]::new));
  }

  private static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
