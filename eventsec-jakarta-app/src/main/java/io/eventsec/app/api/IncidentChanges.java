package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.incident.IncidentChange;
import io.eventsec.persistence.incident.IncidentChangeResult;
import io.eventsec.persistence.incident.IncidentDetail;
import io.eventsec.persistence.incident.IncidentStep;
import io.eventsec.persistence.incident.Incidents;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some steps of one incident in one transaction, each upon the revision the one before made. */
final class IncidentChanges {
  private final Incidents incidents;
  private final UserAccount user;
  private final UUID id;
  private final Optional<String> comment;
  private int revision;
  private @Nullable IncidentDetail incident;

  IncidentChanges(
      Incidents incidents, UserAccount user, UUID id, int revision, Optional<String> comment) {
    this.incidents = incidents;
    this.user = user;
    this.id = id;
    this.revision = revision;
    this.comment = comment;
  }

  /**
   * Makes one step.
   *
   * @param field which value of the request asks for it
   * @param value that value
   * @throws ProblemException 404 if the incident is not there, 409 if it cannot be done as the
   *     incident stands, 412 if somebody was faster, 422 if the value is bad
   */
  void step(String field, String value, IncidentStep step) {
    IncidentChangeResult result;
    try {
      result =
          incidents.change(
              new IncidentChange(user.tenant(), id, revision, user.id(), step, comment));
    } catch (IllegalArgumentException e) {
      throw Complaint.problem(field, value, e);
    }
    if (result instanceof IncidentChangeResult.Changed changed) {
      incident = changed.incident();
      revision = changed.incident().summary().revision();
    } else if (result instanceof IncidentChangeResult.Stale stale) {
      throw IfMatch.stale("incident", stale.revision());
    } else if (result instanceof IncidentChangeResult.Refused refused) {
      throw refused(step, refused.reason());
    } else {
      throw missing();
    }
  }

  /** As it is after the last step. */
  IncidentDetail incident() {
    if (incident == null) {
      throw new IllegalStateException("Nothing was changed");
    }
    return incident;
  }

  static ProblemException missing() {
    return new ProblemException(ProblemKind.NOT_FOUND, "There is no incident of that id.");
  }

  private static ProblemException refused(IncidentStep step, String reason) {
    boolean missing = step instanceof IncidentStep.RemoveItem;
    return new ProblemException(
        missing ? ProblemKind.NOT_FOUND : ProblemKind.CONFLICT, reason + '.');
  }
}
