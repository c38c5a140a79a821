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

/** A row of {@code notifications}: something that a user is told. Rows are written by statement. */
@Entity
@Table(name = "notifications")
public class NotificationEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "user_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "notifications_user_fk"))
  private UserEntity user;

  @Column(nullable = false, updatable = false)
  private String topic;

  @Column(nullable = false, updatable = false)
  private String title;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "alert_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "notifications_alert_fk"))
  private @Nullable AlertEntity alert;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "incident_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "notifications_incident_fk"))
  private @Nullable IncidentEntity incident;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "read_at")
  private @Nullable Instant readAt;

  @Column(name = "correlation_id", updatable = false)
  private @Nullable String correlationId;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected NotificationEntity() {}
}
