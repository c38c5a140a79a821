package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.identity.TeamRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An asset.
 *
 * @param id never changes
 * @param tenant whose
 * @param identity who it is
 * @param criticality how much depends on it
 * @param tags what people call it, in order
 * @param description what it is for, in the words of people; may be empty
 * @param ownerTeam the team that answers for it
 * @param firstSeenAt when it was first heard of
 * @param lastSeenAt when it was last heard of
 * @param lastSnapshotAt when the snapshot in force was taken
 * @param components how many components that has
 * @param described true if people have said something of it, or of what became part of it
 * @param revision 1 at first, one more for each change that people make, and for each asset that
 *     becomes part of it
 */
public record AssetRecord(
    UUID id,
    Tenant tenant,
    AssetIdentity identity,
    Criticality criticality,
    List<String> tags,
    String description,
    Optional<TeamRef> ownerTeam,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Optional<Instant> lastSnapshotAt,
    int components,
    boolean described,
    int revision) {
  /** Copies the list. */
  public AssetRecord {
    tags = List.copyOf(tags);
  }
}
