package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A team.
 *
 * @param id never changes
 * @param tenant whose team
 * @param name what people call it
 * @param members who is in it, by user name
 * @param createdAt when it was made
 */
public record TeamRecord(
    UUID id, Tenant tenant, String name, List<UserRef> members, Instant createdAt) {
  /** Copies the list. */
  public TeamRecord {
    members = List.copyOf(members);
  }
}
