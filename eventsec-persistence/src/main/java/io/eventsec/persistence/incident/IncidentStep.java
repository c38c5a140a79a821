package io.eventsec.persistence.incident;

import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a user does with an incident. */
public sealed interface IncidentStep {
  /**
   * Calls it something else.
   *
   * @param title 1 to 300 characters
   */
  record ToTitle(String title) implements IncidentStep {
    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is not 1 to 300 characters
     */
    public ToTitle {
      Limits.length("Title", title, 1, NewIncident.LONGEST_TITLE);
    }
  }

  /**
   * Moves it to another status; see {@link IncidentStatus#mayBecome}.
   *
   * @param status where it shall stand
   */
  record ToStatus(IncidentStatus status) implements IncidentStep {}

  /**
   * Gives it another owner or assignee.
   *
   * @param role which of the two
   * @param subject who shall have it, a user of the tenant who may sign in; empty for nobody
   */
  record ToRole(CaseRole role, Optional<UUID> subject) implements IncidentStep {}

  /**
   * Makes things part of it; those that are part of it already are left as they are.
   *
   * @param items 1 to 200 of them, alerts and assets of the tenant
   */
  record AddItems(Set<IncidentItemRef> items) implements IncidentStep {
    /** How many at once. */
    static final int MOST = 200;

    /**
     * Copies the set and checks its size.
     *
     * @throws IllegalArgumentException if it is not 1 to 200
     */
    public AddItems {
      items = Set.copyOf(items);
      if (items.isEmpty() || items.size() > MOST) {
        throw new IllegalArgumentException(items.size() + " items: add 1 to " + MOST + " at once");
      }
    }
  }

  /**
   * Takes one thing out of it.
   *
   * @param itemId {@link IncidentItem#id()}
   */
  record RemoveItem(long itemId) implements IncidentStep {}
}
