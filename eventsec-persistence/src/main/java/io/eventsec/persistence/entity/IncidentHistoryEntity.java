package io.eventsec.persistence.entity;

import io.eventsec.core.alert.IncidentChangeKind;
import io.eventsec.core.alert.IncidentItemKind;
import io.eventsec.core.alert.IncidentStatus;
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

/** A row of {@code incident_history}. */
@Entity
@Table(name = "incident_history")
public class IncidentHistoryEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "incident_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "incident_history_incident_fk"))
  private IncidentEntity incident;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private IncidentChangeKind change;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status", updatable = false)
  private @Nullable IncidentStatus fromStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status", updatable = false)
  private @Nullable IncidentStatus toStatus;

  @Column(name = "from_title", updatable = false)
  private @Nullable String fromTitle;

  @Column(name = "to_title", updatable = false)
  private @Nullable String toTitle;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "subject_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "incident_history_subject_fk"))
  private @Nullable UserEntity subject;

  @Enumerated(EnumType.STRING)
  @Column(name = "item_kind", updatable = false)
  private @Nullable IncidentItemKind itemKind;

  @Column(name = "item_key", updatable = false)
  private @Nullable String itemKey;

  @Column(updatable = false)
  private @Nullable String comment;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "changed_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "incident_history_changed_by_fk"))
  private UserEntity changedBy;

  @Column(name = "changed_at", nullable = false, updatable = false)
  private Instant changedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected IncidentHistoryEntity() {}

  /** A line of the history of an incident. */
  public IncidentHistoryEntity(
      IncidentEntity incident, IncidentChangeKind change, UserEntity changedBy, Note note) {
    this.tenant = changedBy.tenant();
    this.incident = incident;
    this.change = change;
    this.changedBy = changedBy;
    this.comment = note.comment();
    this.changedAt = note.at();
  }

  /** Says from which status to which. */
  public IncidentHistoryEntity withStatus(IncidentStatus from, IncidentStatus to) {
    this.fromStatus = from;
    this.toStatus = to;
    return this;
  }

  /** Says what it was called and what it is called since. */
  public IncidentHistoryEntity withTitle(String from, String to) {
    this.fromTitle = from;
    this.toTitle = to;
    return this;
  }

  /** Says whose hands it is in since; null for nobody's. */
  public IncidentHistoryEntity withSubject(@Nullable UserEntity value) {
    this.subject = value;
    return this;
  }

  /** Says what came or went. */
  public IncidentHistoryEntity withItem(IncidentItemKind kind, String key) {
    this.itemKind = kind;
    this.itemKey = key;
    return this;
  }

  /**
   * What was said, and when.
   *
   * @param comment of the user; null for nothing
   * @param at when
   */
  public record Note(@Nullable String comment, Instant at) {}
}
