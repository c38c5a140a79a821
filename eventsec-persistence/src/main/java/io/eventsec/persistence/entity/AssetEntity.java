package io.eventsec.persistence.entity;

import io.eventsec.core.vuln.Criticality;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code assets}. Snapshots write it by statement. */
@Entity
@Table(name = "assets")
public class AssetEntity {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(name = "agent_id")
  private @Nullable String agentId;

  @Column(name = "cloud_id")
  private @Nullable String cloudId;

  @Column(nullable = false)
  private String hostname;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Criticality criticality;

  @Column(insertable = false, updatable = false, columnDefinition = "jsonb")
  private String tags;

  @Column(nullable = false)
  private String description;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "owner_team_id", foreignKey = @ForeignKey(name = "assets_owner_team_fk"))
  private @Nullable TeamEntity ownerTeam;

  @Column(name = "first_seen_at", nullable = false, updatable = false)
  private Instant firstSeenAt;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  @Column(name = "last_snapshot_at")
  private @Nullable Instant lastSnapshotAt;

  @Column(name = "component_count", nullable = false)
  private int componentCount;

  @Column(nullable = false)
  private boolean described;

  @Column(nullable = false)
  private int revision;

  @OneToMany(mappedBy = "asset")
  @OrderBy("address")
  private List<AssetAddressEntity> addresses = new ArrayList<>();

  @OneToMany(mappedBy = "asset")
  private Set<SoftwareComponentEntity> components = new HashSet<>();

  @OneToMany(mappedBy = "asset")
  private Set<AssetVulnerabilityEntity> findings = new HashSet<>();

  @OneToMany(mappedBy = "asset")
  private Set<IncidentItemEntity> incidentItems = new HashSet<>();

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AssetEntity() {}
}
