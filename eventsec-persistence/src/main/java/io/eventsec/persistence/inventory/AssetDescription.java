package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What people say of an asset; it replaces what they said before.
 *
 * @param tenant whose asset
 * @param asset which
 * @param expectedRevision the revision the user saw
 * @param criticality how much depends on it
 * @param tags at most 50, each 1 to 100 characters
 * @param description what it is for, at most 4,000 characters; may be empty
 * @param ownerTeam the team of the tenant that answers for it; empty for none
 */
public record AssetDescription(
    Tenant tenant,
    UUID asset,
    int expectedRevision,
    Criticality criticality,
    Set<String> tags,
    String description,
    Optional<UUID> ownerTeam) {
  /** How many characters a description may have. */
  public static final int LONGEST_DESCRIPTION = 4_000;

  private static final int MOST_TAGS = 50;
  private static final int LONGEST_TAG = 100;

  /**
   * Copies the tags and checks them.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public AssetDescription {
    tags = Set.copyOf(tags);
    tags.forEach(tag -> Limits.length("Tag", tag, 1, LONGEST_TAG));
    Limits.length("Description", description, 0, LONGEST_DESCRIPTION);
    if (tags.size() > MOST_TAGS) {
      throw new IllegalArgumentException(tags.size() + " tags: use at most " + MOST_TAGS);
    }
  }
}
