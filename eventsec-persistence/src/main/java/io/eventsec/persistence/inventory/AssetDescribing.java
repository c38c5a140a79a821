package io.eventsec.persistence.inventory;

import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** One change of what people say of an asset. */
final class AssetDescribing {
  private static final String UPDATE =
      """
      update assets set criticality = :criticality, tags = cast(:tags as jsonb),
        description = :description, owner_team_id = cast(nullif(:team, '') as uuid), described = true,
        revision = revision + 1
      where tenant = :tenant and id = :asset and revision = :revision""";

  private final EntityManager entities;
  private final AssetDescription description;

  AssetDescribing(EntityManager entities, AssetDescription description) {
    this.entities = entities;
    this.description = description;
  }

  AssetDescriptionResult run() {
    description.ownerTeam().ifPresent(this::requireTeam);
    int changed =
        entities
            .createNativeQuery(UPDATE)
            .setParameter("criticality", description.criticality().name())
            .setParameter("tags", TagsColumn.write(description.tags()))
            .setParameter("description", StorableText.of(description.description()))
            .setParameter("team", description.ownerTeam().map(UUID::toString).orElse(""))
            .setParameter("tenant", description.tenant().id())
            .setParameter("asset", description.asset())
            .setParameter("revision", description.expectedRevision())
            .executeUpdate();
    Optional<AssetRecord> asset =
        new AssetListing(entities, description.tenant()).find(description.asset());
    if (asset.isEmpty()) {
      return new AssetDescriptionResult.Missing();
    }
    return changed == 1
        ? new AssetDescriptionResult.Changed(asset.get())
        : new AssetDescriptionResult.Stale(asset.get().revision());
  }

  private void requireTeam(UUID team) {
    long found =
        entities
            .createQuery(
                "select count(t) from TeamEntity t where t.tenant = :tenant and t.id = :id",
                Long.class)
            .setParameter("tenant", description.tenant().id())
            .setParameter("id", team)
            .getSingleResult();
    if (found == 0) {
      throw new IllegalArgumentException(
          "Team " + team + " is none of tenant '" + description.tenant() + "'");
    }
  }
}
