package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.security.AuditTrail;
import io.eventsec.app.wiring.RuleText;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.alert.AlertCounts;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertQuery;
import io.eventsec.persistence.alert.AlertSummary;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.rule.RuleStore;
import io.eventsec.persistence.rule.StoredRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts, each call in a transaction of its own. */
@ApplicationScoped
public class AlertService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject RuleStore rules;
  @Inject AuditTrail audit;
  @Inject NewsDesk news;

  /** A page of them. */
  @Transactional
  public Page<AlertSummary> page(AlertQuery query) {
    return alerts().page(query);
  }

  /** One of them. */
  @Transactional
  public Optional<AlertDetail> find(Tenant tenant, AlertId id) {
    return alerts().find(tenant, id);
  }

  /**
   * Makes some changes to one, all or none.
   *
   * @throws ProblemException 404 if it is not there, 412 if somebody was faster, 422 if it cannot
   *     be given to whom it shall be
   */
  @Transactional
  public AlertDetail change(
      UserAccount user, AlertId id, int revision, CaseChanges<AlertStatus> changes) {
    AlertChanging changing = new AlertChanging(alerts(), user, id, revision, changes.comment());
    changes.status().ifPresent(changing::status);
    changes.owner().ifPresent(subject -> appoint(changing, CaseRole.OWNER, subject));
    changes.assignee().ifPresent(subject -> appoint(changing, CaseRole.ASSIGNEE, subject));
    changes
        .byName()
        .forEach(
            (name, value) ->
                audit.done(
                    "alert." + name, new AuditObject("alert", id.value()), Map.of("to", value)));
    return changing.alert();
  }

  private void appoint(AlertChanging changing, CaseRole role, CaseChanges.Subject subject) {
    changing.appoint(role, subject);
    subject.user().ifPresent(to -> news.given(changing.alert(), role, to));
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
  public Optional<RuleText> rule(Tenant tenant, RuleRef ref) {
    return rules.find(tenant, ref).flatMap(AlertService::read);
  }

  private static Optional<RuleText> read(StoredRule stored) {
    return RuleText.of(SigmaReader.read(stored.title(), stored.sourceYaml()))
        .filter(rule -> rule.ref().id().equals(stored.ref().id()))
        .findFirst();
  }

  private Alerts alerts() {
    return new Alerts(entities);
  }
}
