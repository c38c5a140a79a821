package io.eventsec.app.api;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.persistence.alert.AlertCounts;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertPage;
import io.eventsec.persistence.alert.AlertQuery;
import io.eventsec.persistence.alert.AlertSummary;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.alert.StatusChange;
import io.eventsec.persistence.alert.StatusChangeResult;
import io.eventsec.persistence.rule.RuleStore;
import io.eventsec.persistence.rule.StoredRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts, each call in a transaction of its own. */
@ApplicationScoped
public class AlertService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject RuleStore rules;

  /** A page of them. */
  @Transactional
  public AlertPage page(AlertQuery query) {
    return alerts().page(query);
  }

  /** One of them. */
  @Transactional
  public Optional<AlertDetail> find(Tenant tenant, AlertId id) {
    return alerts().find(tenant, id);
  }

  /** Changes the status of one. */
  @Transactional
  public StatusChangeResult change(StatusChange change) {
    return alerts().changeStatus(change);
  }

  /** What happened after a number. */
  @Transactional
  public List<AlertSummary> since(Tenant tenant, long seq, int limit) {
    return alerts().since(tenant, seq, limit);
  }

  /** The number of the last thing that happened. */
  @Transactional
  public long lastSeq(Tenant tenant) {
    return alerts().lastSeq(tenant);
  }

  /** Counts those raised since. */
  @Transactional
  public AlertCounts counts(Tenant tenant, Instant since) {
    return alerts().counts(tenant, since);
  }

  /** The rule as it was when it fired, read from the text that was kept. */
  public Optional<SigmaRule> rule(Tenant tenant, RuleRef ref) {
    return rules.find(tenant, ref).flatMap(AlertService::read);
  }

  private static Optional<SigmaRule> read(StoredRule stored) {
    return SigmaReader.read(stored.title(), stored.sourceYaml()).rules().stream()
        .filter(rule -> rule.ref().id().equals(stored.ref().id()))
        .findFirst();
  }

  private Alerts alerts() {
    return new Alerts(entities);
  }
}
