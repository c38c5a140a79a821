package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code software_components}: one stay of a component on an asset. Rows are written by
 * statement.
 */
@Entity
@Table(name = "software_components")
public class SoftwareComponentEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "asset_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "software_components_asset_fk"))
  private AssetEntity asset;

  @Column(name = "component_key", nullable = false, updatable = false)
  private byte[] componentKey;

  @Column(nullable = false, updatable = false)
  private String ecosystem;

  @Column(nullable = false, updatable = false)
  private String name;

  @Column(nullable = false, updatable = false)
  private String version;

  @Column(nullable = false, updatable = false)
  private String arch;

  @Column(nullable = false, updatable = false)
  private String distro;

  @Column(name = "source_name", nullable = false, updatable = false)
  private String sourceName;

  @Column(name = "source_version", nullable = false, updatable = false)
  private String sourceVersion;

  @Column(nullable = false, updatable = false)
  private String purl;

  @Column(nullable = false, updatable = false)
  private String cpe;

  @Column(name = "first_seen_at", nullable = false, updatable = false)
  private Instant firstSeenAt;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  @OneToMany(mappedBy = "component")
  private Set<AssetVulnerabilityEntity> findings = new HashSet<>();

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected SoftwareComponentEntity() {}
}
