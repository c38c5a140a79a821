package io.eventsec.persistence.entity;

import io.eventsec.core.alert.AlertStatus;
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
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alerts}, for queries. Rows are inserted by detection's own statement, and changed
 * by statements that check the revision; evidence can be large, so lists select what they show.
 */
@Entity
@Table(name = "alerts")
public class AlertEntity {
  @Id private String id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(name = "change_seq", nullable = false)
  private long changeSeq;

  @Column(name = "rule_id", nullable = false, updatable = false)
  private String ruleId;

  @Column(name = "rule_version", nullable = false, updatable = false)
  private String ruleVersion;

  @Column(nullable = false, updatable = false)
  private String title;

  @Enumerated(EnumType.ORDINAL)
  @Column(nullable = false, updatable = false)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private AlertStatus status;

  @Column(nullable = false, updatable = false)
  private String source;

  @Column(name = "event_time", nullable = false, updatable = false)
  private Instant eventTime;

  @Column(name = "raised_at", nullable = false, updatable = false)
  private Instant raisedAt;

  @Column(insertable = false, updatable = false)
  private long firings;

  @Column(name = "last_event_time", insertable = false, updatable = false)
  private @Nullable Instant lastEventTime;

  @Column(insertable = false, updatable = false, columnDefinition = "jsonb")
  private String entities;

  @Column(insertable = false, updatable = false, columnDefinition = "jsonb")
  private String tags;

  @Column(name = "matched_items", insertable = false, updatable = false, columnDefinition = "json")
  private String matchedItems;

  @Column(insertable = false, updatable = false, columnDefinition = "json")
  private String evidence;

  @Column(name = "search_text", nullable = false, updatable = false)
  private String searchText;

  @Column(name = "correlation_id", updatable = false)
  private @Nullable String correlationId;

  @Column(nullable = false)
  private int revision;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "status_changed_by",
      foreignKey = @ForeignKey(name = "alerts_status_changed_by_fk"))
  private @Nullable UserEntity statusChangedBy;

  @Column(name = "status_changed_at")
  private @Nullable Instant statusChangedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "alerts_owner_fk"))
  private @Nullable UserEntity owner;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_id", foreignKey = @ForeignKey(name = "alerts_assignee_fk"))
  private @Nullable UserEntity assignee;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "closed_by", foreignKey = @ForeignKey(name = "alerts_closed_by_fk"))
  private @Nullable UserEntity closedBy;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @OneToMany(mappedBy = "alert")
  private Set<IncidentItemEntity> incidentItems = new HashSet<>();

  @OneToMany(mappedBy = "alert")
  private Set<NotificationEntity> notifications = new HashSet<>();

  @OneToMany(mappedBy = "alert")
  @OrderBy("id")
  private List<AlertHistoryEntity> history = new ArrayList<>();

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AlertEntity() {}
}
