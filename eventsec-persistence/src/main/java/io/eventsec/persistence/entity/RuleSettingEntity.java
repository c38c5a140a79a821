package io.eventsec.persistence.entity;

import io.eventsec.core.event.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code rule_settings}. Rows are written by statement. */
@Entity
@Table(name = "rule_settings")
@IdClass(RuleSettingEntity.Key.class)
public class RuleSettingEntity {
  @Id private String tenant;

  @Id
  @Column(name = "rule_id")
  private String ruleId;

  @Column(nullable = false)
  private boolean enabled;

  @Enumerated(EnumType.ORDINAL)
  private @Nullable Severity level;

  @Column(nullable = false)
  private String reason;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "changed_by",
      nullable = false,
      foreignKey = @ForeignKey(name = "rule_settings_changed_by_fk"))
  private UserEntity changedBy;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(nullable = false)
  private int revision;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RuleSettingEntity() {}

  /**
   * What tells a setting from others.
   *
   * @param tenant whose
   * @param ruleId of which rule
   */
  public record Key(String tenant, String ruleId) implements Serializable {
    private static final long serialVersionUID = 1L;
  }
}
