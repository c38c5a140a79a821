package io.eventsec.core.spi;

import io.eventsec.core.event.Event;
import java.util.List;

/** Where events are searched. Safe to share between threads. */
public interface EventIndex {

  /**
   * Stores the events; one that is there already stays as it is.
   *
   * @return what became of each; an event that the index refuses for good is a rejection, its
   *     neighbours are stored
   * @throws StoreUnavailableException if the index does not answer or asks to wait; storing the
   *     same again is harmless
   */
  IndexReport index(List<Event> events);
}
