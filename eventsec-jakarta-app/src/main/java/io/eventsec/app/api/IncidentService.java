package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.incident.IncidentDetail;
import io.eventsec.persistence.incident.IncidentItemRef;
import io.eventsec.persistence.incident.IncidentQuery;
import io.eventsec.persistence.incident.IncidentStep;
import io.eventsec.persistence.incident.IncidentSummary;
import io.eventsec.persistence.incident.Incidents;
import io.eventsec.persistence.incident.NewIncident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The incidents, each call in a transaction of its own. */
@ApplicationScoped
public class IncidentService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject NewsDesk news;

  /** A page of them. */
  @Transactional
  public Page<IncidentSummary> page(IncidentQuery query) {
    return incidents().page(query);
  }

  /** One of them. */
  @Transactional
  public Optional<IncidentDetail> find(Tenant tenant, UUID id) {
    return incidents().find(tenant, id);
  }

  /**
   * Creates one.
   *
   * @throws IllegalArgumentException if the tenant has not all of the alerts
   */
  @Transactional
  public IncidentDetail create(NewIncident incident) {
    UUID id = incidents().create(incident);
    audit.done(
        "incident.create",
        object(id),
        Map.of("alerts", Integer.toString(incident.alerts().size())));
    return incidents().find(incident.tenant(), id).orElseThrow();
  }

  /**
   * Makes some changes to one, all or none.
   *
   * @throws io.eventsec.app.http.ProblemException 404, 409, 412 or 422 as {@link
   *     IncidentChanges#step}
   */
  @Transactional
  public IncidentDetail change(
      UserAccount user, UUID id, int revision, CaseChanges<IncidentStatus> changes) {
    IncidentChanges steps = new IncidentChanges(incidents(), user, id, revision, changes.comment());
    changes.title().ifPresent(title -> steps.step("title", title, new IncidentStep.ToTitle(title)));
    changes.status().ifPresent(status -> move(steps, status));
    changes.owner().ifPresent(subject -> appoint(steps, CaseRole.OWNER, subject));
    changes.assignee().ifPresent(subject -> appoint(steps, CaseRole.ASSIGNEE, subject));
    changes
        .byName()
        .forEach((name, value) -> audit.done("incident." + name, object(id), Map.of("to", value)));
    return steps.incident();
  }

  /** Makes things part of one. */
  @Transactional
  public IncidentDetail add(UserAccount user, UUID id, int revision, Items added) {
    IncidentChanges steps = new IncidentChanges(incidents(), user, id, revision, added.comment());
    String number = Integer.toString(added.items().size());
    steps.step("items", number + " of them", new IncidentStep.AddItems(added.items()));
    audit.done("incident.items.add", object(id), Map.of("items", number));
    return steps.incident();
  }

  /** Takes a thing out of one. */
  @Transactional
  public IncidentDetail remove(UserAccount user, UUID id, int revision, long item) {
    IncidentChanges steps = new IncidentChanges(incidents(), user, id, revision, Optional.empty());
    String number = Long.toString(item);
    steps.step("item", number, new IncidentStep.RemoveItem(item));
    audit.done("incident.items.remove", object(id), Map.of("item", number));
    return steps.incident();
  }

  private void move(IncidentChanges steps, IncidentStatus status) {
    steps.step("status", Values.name(status), new IncidentStep.ToStatus(status));
    news.moved(steps.incident());
  }

  private void appoint(IncidentChanges steps, CaseRole role, CaseChanges.Subject subject) {
    steps.step(Values.name(role), subject.name(), new IncidentStep.ToRole(role, subject.user()));
    subject.user().ifPresent(to -> news.given(steps.incident(), role, to));
  }

  private static AuditObject object(UUID id) {
    return new AuditObject("incident", id.toString());
  }

  private Incidents incidents() {
    return new Incidents(entities);
  }

  /**
   * What is to become part of an incident.
   *
   * @param items 1 to 200 things
   * @param comment what the user says to it
   */
  record Items(Set<IncidentItemRef> items, Optional<String> comment) {}
}
