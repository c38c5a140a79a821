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
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code incident_items}: an alert, an asset or an event that is part of an incident. Rows
 * are written by statement.
 */
@Entity
@Table(name = "incident_items")
public class IncidentItemEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "incident_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "incident_items_incident_fk"))
  private IncidentEntity incident;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "alert_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "incident_items_alert_fk"))
  private @Nullable AlertEntity alert;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "asset_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "incident_items_asset_fk"))
  private @Nullable AssetEntity asset;

  @Column(name = "event_id", updatable = false)
  private @Nullable String eventId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "added_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "incident_items_added_by_fk"))
  private UserEntity addedBy;

  @Column(name = "added_at", nullable = false, updatable = false)
  private Instant addedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected IncidentItemEntity() {}
}
