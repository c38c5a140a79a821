package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the indicators of a page stand: one more statement, whatever the page. */
final class SightingsLookup {
  private static final String SEEN =
      """
      select s.kind as kind, s.value as value, s.alerts as alerts, s.lastSeen as lastSeen
      from IndicatorSightingEntity s where s.tenant = :tenant and s.value in :values""";

  private SightingsLookup() {}

  static List<IndicatorRecord> of(
      EntityManager entities, Tenant tenant, List<IndicatorRecord> records) {
    if (records.isEmpty()) {
      return records;
    }
    Map<Indicator, IndicatorRecord.Sightings> seen = new HashMap<>();
    List<Tuple> rows =
        entities
            .createQuery(SEEN, Tuple.class)
            .setParameter("tenant", tenant.id())
            .setParameter(
                "values",
                records.stream().map(one -> one.claim().indicator().value()).distinct().toList())
            .getResultList();
    for (Tuple row : rows) {
      seen.put(
          new Indicator(
              IndicatorKind.valueOf(row.get("kind", String.class)), row.get("value", String.class)),
          new IndicatorRecord.Sightings(
              row.get("alerts", Long.class), Optional.of(row.get("lastSeen", Instant.class))));
    }
    return records.stream()
        .map(
            one ->
                one.with(
                    seen.getOrDefault(one.claim().indicator(), IndicatorRecord.Sightings.NONE)))
        .toList();
  }
}
