package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code risk_policy_choices}. Rows are written by statement. */
@Entity
@Table(name = "risk_policy_choices")
public class RiskPolicyChoiceEntity {
  @Id private String tenant;

  private @Nullable String name;

  private @Nullable Integer version;

  @Column(nullable = false)
  private String reason;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "changed_by",
      nullable = false,
      foreignKey = @ForeignKey(name = "risk_policy_choices_changed_by_fk"))
  private UserEntity changedBy;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(nullable = false)
  private int revision;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RiskPolicyChoiceEntity() {}
}
