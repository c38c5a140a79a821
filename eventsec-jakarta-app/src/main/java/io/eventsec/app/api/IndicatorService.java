package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.feed.FeedFormat;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.indicator.FeedOptions;
import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.indicator.IndicatorClaims;
import io.eventsec.persistence.indicator.IndicatorQuery;
import io.eventsec.persistence.indicator.IndicatorRecord;
import io.eventsec.persistence.indicator.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** The indicators, each call in a transaction of its own. */
@ApplicationScoped
public class IndicatorService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  /** A page of them. */
  @Transactional
  public Page<IndicatorRecord> page(IndicatorQuery query) {
    return indicators().page(query);
  }

  /** Takes in what a source says. */
  @Transactional
  public IndicatorChanges put(IndicatorClaims claims) {
    IndicatorChanges changes = indicators().put(claims);
    audit.done(
        "indicator.put",
        new AuditObject("indicator-feed", claims.feed()),
        Map.of(
            "added", Integer.toString(changes.added()),
            "changed", Integer.toString(changes.changed()),
            "unchanged", Integer.toString(changes.unchanged())));
    return changes;
  }

  /** Notes that a feed is being taken in: nothing is without this. */
  @Transactional
  public void importBegins(FeedOptions options, FeedFormat format, boolean whole) {
    audit.done(
        "indicator.import.begin",
        new AuditObject("indicator-feed", options.feed()),
        Map.of("format", Values.name(format), "replace", Boolean.toString(whole)));
  }

  /** Notes what came of it. */
  @Transactional
  public void importEnded(FeedOptions options, IndicatorChanges changes, int refused) {
    audit.done(
        "indicator.import",
        new AuditObject("indicator-feed", options.feed()),
        Map.of(
            "added", Integer.toString(changes.added()),
            "changed", Integer.toString(changes.changed()),
            "unchanged", Integer.toString(changes.unchanged()),
            "withdrawn", Integer.toString(changes.withdrawn()),
            "refused", Integer.toString(refused)));
  }

  /**
   * Removes one.
   *
   * @return false if the tenant has none of that id
   */
  @Transactional
  public boolean remove(Tenant tenant, long id) {
    Optional<IndicatorRecord> removed =
        indicators().find(tenant, id).filter(found -> indicators().remove(tenant, id));
    removed.ifPresent(
        indicator ->
            audit.done(
                "indicator.remove",
                new AuditObject("indicator", Long.toString(id)),
                Map.of(
                    "kind", Values.name(indicator.claim().indicator().kind()),
                    "value", indicator.claim().indicator().value(),
                    "feed", indicator.feed(),
                    "source", indicator.claim().origin().source())));
    return removed.isPresent();
  }

  private Indicators indicators() {
    return new Indicators(entities);
  }
}
