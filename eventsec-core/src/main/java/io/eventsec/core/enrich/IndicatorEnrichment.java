package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.match.IndicatorHit;
import io.eventsec.core.intel.match.IndicatorSet;
import java.util.List;
import java.util.function.Function;

/**
 * Tells events which indicators they name, so that rules can be about it:
 *
 * <pre>
 * threat.enrichments.matched.atomic    what stands in the event
 * threat.enrichments.matched.field     where it stands
 * threat.enrichments.matched.type      exact, subdomain, network
 * threat.enrichments.matched.id        what the source calls the indicator
 * threat.indicator.type                ipv4-addr, domain-name, url, file, ... as STIX has it
 * threat.indicator.ip, .url.full, .url.domain, .email.address, .file.hash.*, .file.name
 * threat.indicator.name                the indicator, also where it is a network
 * threat.indicator.confidence          0 to 100
 * threat.indicator.provider            who says so
 * threat.indicator.description, .marking.tlp, .sightings, .modified_at
 * </pre>
 *
 * <p>The first three have a value for each match, in one order; of the others each different value
 * stands once. What the sender has set is kept before it. Thread-safe.
 */
public final class IndicatorEnrichment implements EnrichmentStage {
  private final Function<Tenant, IndicatorSet> indicators;

  /** With indicators that do not change. */
  public IndicatorEnrichment(IndicatorSet indicators) {
    this(tenant -> indicators);
  }

  /**
   * With indicators that may change while events flow.
   *
   * @param indicators what a tenant knows now; asked for each event, so it answers at once
   */
  public IndicatorEnrichment(Function<Tenant, IndicatorSet> indicators) {
    this.indicators = indicators;
  }

  @Override
  public String name() {
    return "indicators";
  }

  @Override
  public Event enrich(Event event) {
    List<IndicatorHit> hits = indicators.apply(event.tenant()).match(event);
    return hits.isEmpty() ? event : new ThreatFields(event).write(hits);
  }
}
