package io.eventsec.persistence.entity;

import io.eventsec.core.alert.AlertChangeKind;
import io.eventsec.core.alert.AlertStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** A row of {@code alert_history}. */
@Entity
@Table(name = "alert_history")
public class AlertHistoryEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "alert_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "alert_history_alert_fk"))
  private AlertEntity alert;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AlertChangeKind change;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status", nullable = false, updatable = false)
  private AlertStatus fromStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status", nullable = false, updatable = false)
  private AlertStatus toStatus;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "subject_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "alert_history_subject_fk"))
  private @Nullable UserEntity subject;

  @Column(updatable = false)
  private @Nullable String comment;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "changed_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "alert_history_changed_by_fk"))
  private UserEntity changedBy;

  @Column(name = "changed_at", nullable = false, updatable = false)
  private Instant changedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AlertHistoryEntity() {}

  /** A change of an alert by a user: of its status, or of whose it is. */
  public AlertHistoryEntity(
      AlertEntity alert, AlertChangeKind change, UserEntity changedBy, Move move) {
    this.tenant = changedBy.tenant();
    this.alert = alert;
    this.change = change;
    this.fromStatus = move.from();
    this.toStatus = move.to();
    this.subject = move.subject();
    this.comment = move.comment();
    this.changedBy = changedBy;
    this.changedAt = move.at();
  }

  /**
   * From which status to which, and when.
   *
   * @param from where the alert stood
   * @param to where it stands since
   * @param subject whose hands it is in since; null for nobody's, or if only the status changed
   * @param comment what the user said to it; null for nothing
   * @param at when
   */
  public record Move(
      AlertStatus from,
      AlertStatus to,
      @Nullable UserEntity subject,
      @Nullable String comment,
      Instant at) {}
}
