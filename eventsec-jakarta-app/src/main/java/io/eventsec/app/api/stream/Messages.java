package io.eventsec.app.api.stream;

import io.eventsec.app.api.AlertJson;
import io.eventsec.persistence.alert.AlertSummary;
import java.time.Instant;
import java.util.Optional;

/** Makes messages of what happened to alerts. */
final class Messages {
  private Messages() {}

  /** For a client that may never have seen the alert: all of it, as it is now. */
  static Message whole(AlertSummary alert) {
    return new Message("alert", Optional.of(alert.seq()), AlertJson.of(alert));
  }

  /**
   * For a client that has followed until now: the change alone if the alert is not new to it.
   *
   * @param seenUntil alerts raised before this have been sent
   */
  static Message change(AlertSummary alert, Instant seenUntil) {
    boolean isNew = alert.revision() == 1 || alert.raisedAt().isAfter(seenUntil);
    return isNew ? whole(alert) : status(alert);
  }

  private static Message status(AlertSummary alert) {
    AlertJson json = AlertJson.of(alert);
    return new Message(
        "status", Optional.of(alert.seq()), new Status(json.id(), json.status(), json.revision()));
  }

  /**
   * A change of an alert's status.
   *
   * @param id which alert
   * @param status where it stands now
   * @param revision its revision now
   */
  public record Status(String id, String status, int revision) {}
}
