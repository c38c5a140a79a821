package io.eventsec.persistence.entity;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.finding.FindingChangeKind;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
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

/** A row of {@code finding_history}. Rows are written by statement. */
@Entity
@Table(name = "finding_history")
public class FindingHistoryEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "finding_id",
      updatable = false,
      foreignKey =
          @ForeignKey(name = "finding_history_finding_fk", value = ConstraintMode.NO_CONSTRAINT))
  private AssetVulnerabilityEntity finding;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private FindingChangeKind change;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status", nullable = false, updatable = false)
  private FindingStatus fromStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status", nullable = false, updatable = false)
  private FindingStatus toStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_risk", nullable = false, updatable = false)
  private RiskLevel fromRisk;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_risk", nullable = false, updatable = false)
  private RiskLevel toRisk;

  @Column(nullable = false, updatable = false)
  private String reason;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "accepted_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "finding_history_accepted_by_fk"))
  private @Nullable UserEntity acceptedBy;

  @Column(name = "accepted_until", updatable = false)
  private @Nullable Instant acceptedUntil;

  @Column(nullable = false, updatable = false)
  private String source;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "changed_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "finding_history_changed_by_fk"))
  private @Nullable UserEntity changedBy;

  @Column(name = "changed_at", nullable = false, updatable = false)
  private Instant changedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected FindingHistoryEntity() {}
}
