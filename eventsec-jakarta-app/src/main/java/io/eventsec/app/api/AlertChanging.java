package io.eventsec.app.api;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.alert.Appointment;
import io.eventsec.persistence.alert.StatusChange;
import io.eventsec.persistence.alert.StatusChangeResult;
import io.eventsec.persistence.identity.UserAccount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some changes of one alert in one transaction, each upon the revision that the one before made.
 */
final class AlertChanging {
  private final Alerts alerts;
  private final UserAccount user;
  private final AlertId id;
  private final Optional<String> comment;
  private int revision;
  private @Nullable AlertDetail alert;

  AlertChanging(
      Alerts alerts, UserAccount user, AlertId id, int revision, Optional<String> comment) {
    this.alerts = alerts;
    this.user = user;
    this.id = id;
    this.revision = revision;
    this.comment = comment;
  }

  void status(AlertStatus status) {
    accept(
        alerts.changeStatus(
            new StatusChange(user.tenant(), id, revision, status, user.id(), comment)));
  }

  void appoint(CaseRole role, CaseChanges.Subject subject) {
    try {
      accept(
          alerts.appoint(
              new Appointment(
                  user.tenant(), id, revision, role, subject.user(), user.id(), comment)));
    } catch (IllegalArgumentException e) {
      throw Complaint.problem(Values.name(role), subject.name(), e);
    }
  }

  /** As it is after the last change. */
  AlertDetail alert() {
    if (alert == null) {
      throw new IllegalStateException("Nothing was changed");
    }
    return alert;
  }

  private void accept(StatusChangeResult result) {
    if (result instanceof StatusChangeResult.Changed changed) {
      alert = changed.alert();
      revision = changed.alert().summary().revision();
    } else if (result instanceof StatusChangeResult.Stale stale) {
      throw IfMatch.stale("alert", stale.revision());
    } else {
      throw AlertResource.missing();
    }
  }
}
