package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.event.Event;
import java.util.List;

/**
 * Looks at one event and says which alerts it raises. Deterministic: the same event always raises
 * alerts with the same ids. Implementations are safe to share between threads.
 */
@FunctionalInterface
public interface Detection {

  /** The alerts, empty for nearly every event. */
  List<Alert> alerts(Event event);
}
