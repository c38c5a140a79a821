package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

/** A row of {@code teams}. */
@Entity
@Table(name = "teams")
public class TeamEntity {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(nullable = false, updatable = false)
  private String name;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "created_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "teams_created_by_fk"))
  private UserEntity createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @OneToMany(mappedBy = "team")
  @OrderBy("id")
  private List<TeamMemberEntity> members = new ArrayList<>();

  @OneToMany(mappedBy = "ownerTeam")
  private Set<AssetEntity> ownedAssets = new HashSet<>();

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected TeamEntity() {}

  /** A team without members. */
  public TeamEntity(String name, UserEntity createdBy, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.tenant = createdBy.tenant();
    this.name = name;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  /** Its key. */
  public UUID id() {
    return id;
  }

  /** The tenant's id. */
  public String tenant() {
    return tenant;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }
}
