package io.eventsec.persistence.incident;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.event.EventId;
import java.util.UUID;

/**
 * Names something that is part of an incident.
 *
 * @param kind what it is
 * @param key its id: an {@link AlertId}, an asset's UUID or an {@link EventId}
 */
public record IncidentItemRef(IncidentItemKind kind, String key) {
  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException if it is no id of that kind
   */
  public IncidentItemRef {
    key =
        switch (kind) {
          case ALERT -> new AlertId(key).value();
          case ASSET -> UUID.fromString(key).toString();
          case EVENT -> new EventId(key).value();
        };
  }

  /** An alert. */
  public static IncidentItemRef alert(AlertId id) {
    return new IncidentItemRef(IncidentItemKind.ALERT, id.value());
  }

  /** An asset. */
  public static IncidentItemRef asset(UUID id) {
    return new IncidentItemRef(IncidentItemKind.ASSET, id.toString());
  }

  /** An event. */
  public static IncidentItemRef event(EventId id) {
    return new IncidentItemRef(IncidentItemKind.EVENT, id.value());
  }
}
