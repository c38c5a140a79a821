package io.eventsec.persistence.entity;

import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.event.Severity;
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

/**
 * A row of {@code incidents}. Four users in four roles, each an association of its own. Changed by
 * statements that check the revision.
 */
@Entity
@Table(name = "incidents")
public class IncidentEntity {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(nullable = false)
  private String title;

  @Column(nullable = false)
  private String description;

  @Enumerated(EnumType.ORDINAL)
  @Column(nullable = false)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private IncidentStatus status;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "created_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "incidents_created_by_fk"))
  private UserEntity createdBy;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "incidents_owner_fk"))
  private @Nullable UserEntity owner;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_id", foreignKey = @ForeignKey(name = "incidents_assignee_fk"))
  private @Nullable UserEntity assignee;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "closed_by", foreignKey = @ForeignKey(name = "incidents_closed_by_fk"))
  private @Nullable UserEntity closedBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(nullable = false)
  private int revision;

  @OneToMany(mappedBy = "incident")
  @OrderBy("id")
  private List<IncidentItemEntity> items = new ArrayList<>();

  @OneToMany(mappedBy = "incident")
  @OrderBy("id")
  private List<IncidentHistoryEntity> history = new ArrayList<>();

  @OneToMany(mappedBy = "incident")
  private Set<NotificationEntity> notifications = new HashSet<>();

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected IncidentEntity() {}

  /** An open incident; who creates it owns it. */
  public IncidentEntity(Text text, Severity severity, UserEntity createdBy, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.tenant = createdBy.tenant();
    this.title = text.title();
    this.description = text.description();
    this.severity = severity;
    this.status = IncidentStatus.OPEN;
    this.createdBy = createdBy;
    this.owner = createdBy;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.revision = 1;
  }

  /** Its key. */
  public UUID id() {
    return id;
  }

  /** The tenant's id. */
  public String tenant() {
    return tenant;
  }

  /**
   * What it says.
   *
   * @param title in one line
   * @param description in many
   */
  public record Text(String title, String description) {}
}
