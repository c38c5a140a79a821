package io.eventsec.app.api.stream;

import io.eventsec.app.api.AlertJson;
import io.eventsec.persistence.alert.AlertSummary;
import java.util.Optional;

/** Makes messages of what happened to alerts. */
final class Messages {
  private Messages() {}

  /** For a client that may never have seen the alert: all of it, as it is now. */
  static Message whole(AlertSummary alert) {
    return new Message("alert", Optional.of(alert.seq()), AlertJson.of(alert));
  }

  /** For a client that knows the alert: what may have changed. */
  static Message change(AlertSummary alert) {
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
