package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.match.IndicatorHit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Writes matches into the fields that ECS has for them. Used once. */
final class ThreatFields {
  private static final String INDICATOR = "threat.indicator.";
  private static final String MATCHED = "threat.enrichments.matched.";

  private final Event event;
  private final Map<String, Collection<Object>> fields = new LinkedHashMap<>();

  ThreatFields(Event event) {
    this.event = event;
  }

  Event write(List<IndicatorHit> hits) {
    for (IndicatorHit hit : hits) {
      each(MATCHED + "atomic", hit.value());
      each(MATCHED + "field", hit.field());
      each(MATCHED + "type", hit.kind().fieldValue());
      claim(hit.claim());
      if (hit.sightings() > 0) {
        once("sightings", hit.sightings());
      }
    }
    Event.Builder builder = event.toBuilder();
    fields.forEach((field, values) -> builder.ecs(field, List.copyOf(values)));
    return builder.build();
  }

  private void claim(ThreatIndicator claim) {
    indicator(claim.indicator());
    if (!claim.origin().id().isEmpty()) {
      values(MATCHED + "id", new LinkedHashSet<>()).add(claim.origin().id());
    }
    claim.confidence().ifPresent(confidence -> once("confidence", String.valueOf(confidence)));
    once("provider", claim.origin().source());
    claim.origin().modified().ifPresent(time -> once("modified_at", time.toString()));
    IndicatorDetails details = claim.details();
    String told = details.name().isEmpty() ? details.description() : details.name();
    if (!told.isEmpty()) {
      once("description", told);
    }
    details.tlp().ifPresent(tlp -> once("marking.tlp", tlp.ecsName()));
  }

  private void indicator(Indicator indicator) {
    String value = indicator.value();
    boolean v6 = value.indexOf(':') >= 0;
    once("name", value);
    switch (indicator.kind()) {
      case ADDRESS -> typed(v6 ? "ipv6-addr" : "ipv4-addr", "ip", value);
      // The field is for addresses, so the network is the name alone.
      case NETWORK -> once("type", v6 ? "ipv6-addr" : "ipv4-addr");
      case DOMAIN -> typed("domain-name", "url.domain", value);
      case URL -> typed("url", "url.full", value);
      case EMAIL -> typed("email-addr", "email.address", value);
      case MD5 -> typed("file", "file.hash.md5", value);
      case SHA1 -> typed("file", "file.hash.sha1", value);
      case SHA256 -> typed("file", "file.hash.sha256", value);
      case FILE_NAME -> typed("file", "file.name", value);
    }
  }

  private void typed(String type, String field, String value) {
    once("type", type);
    once(field, value);
  }

  private void each(String field, String value) {
    values(field, new ArrayList<>()).add(value);
  }

  private void once(String field, Object value) {
    values(INDICATOR + field, new LinkedHashSet<>()).add(value);
  }

  /** The values of a field, which begin with what the event has. */
  private Collection<Object> values(String field, Collection<Object> empty) {
    return fields.computeIfAbsent(
        field,
        name -> {
          Object before = event.ecsFields().get(name);
          if (before instanceof List<?> list) {
            empty.addAll(list);
          } else if (before != null) {
            empty.add(before);
          }
          return empty;
        });
  }
}
