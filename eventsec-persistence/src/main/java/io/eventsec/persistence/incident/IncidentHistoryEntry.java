package io.eventsec.persistence.incident;

import io.eventsec.core.alert.IncidentChangeKind;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of an incident.
 *
 * @param change of what
 * @param from where it stood, if its status changed
 * @param to where it stands since, if its status changed
 * @param title what it was called and is called since, if its title changed
 * @param subject whose hands it is in since, if owner or assignee changed; empty for nobody's
 * @param item what came or went, if something did
 * @param comment what the user said to it
 * @param changedBy who
 * @param at when
 */
public record IncidentHistoryEntry(
    IncidentChangeKind change,
    Optional<IncidentStatus> from,
    Optional<IncidentStatus> to,
    Optional<TitleChange> title,
    Optional<UserRef> subject,
    Optional<IncidentItemRef> item,
    Optional<String> comment,
    UserRef changedBy,
    Instant at) {
  /**
   * A change of a title.
   *
   * @param from what it was
   * @param to what it is since
   */
  public record TitleChange(String from, String to) {}
}
