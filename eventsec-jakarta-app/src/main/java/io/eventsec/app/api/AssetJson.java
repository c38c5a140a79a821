package io.eventsec.app.api;

import io.eventsec.persistence.inventory.AssetRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An asset.
 *
 * @param id never changes
 * @param agentId what the agent on it calls itself
 * @param cloudId the cloud and what it calls the machine
 * @param hostname in lower case
 * @param addresses its IP addresses, in order
 * @param criticality how much depends on it
 * @param tags what people call it
 * @param description what it is for, in the words of people; may be empty
 * @param ownerTeam the team that answers for it
 * @param firstSeenAt when it was first heard of
 * @param lastSeenAt when it was last heard of
 * @param lastSnapshotAt when the snapshot in force was taken
 * @param components how many components that has
 * @param revision 1 at first, one more for each change that people make
 */
public record AssetJson(
    String id,
    Optional<String> agentId,
    Optional<String> cloudId,
    String hostname,
    List<String> addresses,
    String criticality,
    List<String> tags,
    String description,
    Optional<TeamJson.Ref> ownerTeam,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Optional<Instant> lastSnapshotAt,
    int components,
    int revision) {

  static AssetJson of(AssetRecord asset) {
    return new AssetJson(
        asset.id().toString(),
        asset.identity().agentId(),
        asset.identity().cloudId(),
        asset.identity().hostname(),
        asset.identity().addresses().stream().sorted().toList(),
        Values.name(asset.criticality()),
        asset.tags(),
        asset.description(),
        asset.ownerTeam().map(TeamJson.Ref::of),
        asset.firstSeenAt(),
        asset.lastSeenAt(),
        asset.lastSnapshotAt(),
        asset.components(),
        asset.revision());
  }
}
