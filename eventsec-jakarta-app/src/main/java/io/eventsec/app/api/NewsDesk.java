package io.eventsec.app.api;

import io.eventsec.app.log.CorrelationId;
import io.eventsec.app.security.Caller;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.AlertSummary;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.incident.IncidentDetail;
import io.eventsec.persistence.incident.IncidentPeople;
import io.eventsec.persistence.incident.IncidentSummary;
import io.eventsec.persistence.notification.News;
import io.eventsec.persistence.notification.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells users what others do with what is theirs, in the transaction in which it is done: both are
 * there or neither. Nobody is told what they have done themselves. A topic is one revision of one
 * thing, so that one change is told once.
 */
@ApplicationScoped
public class NewsDesk {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject Caller caller;

  /** An alert was given to somebody. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void given(AlertDetail alert, CaseRole role, UUID to) {
    AlertSummary now = alert.summary();
    News news =
        new News(
            now.tenant(),
            others(Stream.of(to)),
            "alert:" + now.id().value() + ':' + now.revision(),
            givenTitle("an alert", role) + now.title(),
            Optional.of(now.id()),
            Optional.empty(),
            exchange());
    new Notifications(entities).tell(news);
  }

  /** An incident was given to somebody. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void given(IncidentDetail incident, CaseRole role, UUID to) {
    tell(incident.summary(), others(Stream.of(to)), givenTitle("an incident", role));
  }

  /** An incident has another status: it is news for those who created, own and work on it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void moved(IncidentDetail incident) {
    IncidentSummary now = incident.summary();
    IncidentPeople people = now.people();
    Stream<UserRef> theirs =
        Stream.concat(
            Stream.of(people.createdBy()),
            Stream.of(people.owner(), people.assignee()).flatMap(Optional::stream));
    String done =
        now.status() == IncidentStatus.CLOSED
            ? " closed an incident of yours: "
            : " set an incident of yours to " + words(now.status()) + ": ";
    tell(now, others(theirs.map(UserRef::id)), actor().displayName() + done);
  }

  private void tell(IncidentSummary incident, Set<UUID> recipients, String title) {
    new Notifications(entities)
        .tell(
            new News(
                incident.tenant(),
                recipients,
                "incident:" + incident.id() + ':' + incident.revision(),
                title + incident.title(),
                Optional.empty(),
                Optional.of(incident.id()),
                exchange()));
  }

  private String givenTitle(String thing, CaseRole role) {
    String done =
        switch (role) {
          case OWNER -> " made you the owner of " + thing + ": ";
          case ASSIGNEE -> " assigned " + thing + " to you: ";
        };
    return actor().displayName() + done;
  }

  private Set<UUID> others(Stream<UUID> users) {
    UUID actor = actor().id();
    return users.filter(user -> !user.equals(actor)).collect(Collectors.toSet());
  }

  private UserAccount actor() {
    return caller.session().user();
  }

  private static String words(IncidentStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Optional<Correlation> exchange() {
    return CorrelationId.current().map(id -> new Correlation(id.value()));
  }
}
