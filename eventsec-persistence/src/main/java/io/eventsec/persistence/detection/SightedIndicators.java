package io.eventsec.persistence.detection;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which indicators stand in an event, by the fields that the enrichment has written. */
final class SightedIndicators {
  private static final String MATCHED = "threat.enrichments.matched.atomic";
  private static final String NAME = "threat.indicator.name";
  private static final Map<String, IndicatorKind> FIELDS =
      Map.of(
          "threat.indicator.ip", IndicatorKind.ADDRESS,
          "threat.indicator.url.domain", IndicatorKind.DOMAIN,
          "threat.indicator.url.full", IndicatorKind.URL,
          "threat.indicator.email.address", IndicatorKind.EMAIL,
          "threat.indicator.file.hash.md5", IndicatorKind.MD5,
          "threat.indicator.file.hash.sha1", IndicatorKind.SHA1,
          "threat.indicator.file.hash.sha256", IndicatorKind.SHA256,
          "threat.indicator.file.name", IndicatorKind.FILE_NAME);

  private SightedIndicators() {}

  /** Each once; what a sender has written there and is no indicator is left out. */
  static Set<Indicator> of(Event event) {
    Map<String, Object> fields = event.ecsFields();
    if (!fields.containsKey(MATCHED)) {
      return Set.of();
    }
    Set<Indicator> sighted = new HashSet<>();
    FIELDS.forEach((field, kind) -> add(fields.get(field), kind, sighted));
    // A network stands in no field of its own: those are for addresses.
    for (Object name : values(fields.get(NAME))) {
      if (String.valueOf(name).indexOf('/') > 0 && !String.valueOf(name).contains("://")) {
        add(name, IndicatorKind.NETWORK, sighted);
      }
    }
    return sighted;
  }

  private static void add(@Nullable Object given, IndicatorKind kind, Set<Indicator> to) {
    for (Object value : values(given)) {
      try {
        to.add(new Indicator(kind, String.valueOf(value)));
      } catch (IllegalArgumentException e) {
        // Not written by the enrichment, which writes values of that kind alone.
        continue;
      }
    }
  }

  private static List<?> values(@Nullable Object given) {
    if (given == null) {
      return List.of();
    }
    return given instanceof List<?> list ? list : List.of(given);
  }
}
