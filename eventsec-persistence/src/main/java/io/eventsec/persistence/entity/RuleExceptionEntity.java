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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rule_exceptions}. The columns {@code hits} and {@code last_hit_at} are counted by
 * statement.
 */
@Entity
@Table(name = "rule_exceptions")
public class RuleExceptionEntity {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(name = "rule_id", nullable = false, updatable = false)
  private String ruleId;

  @Column(nullable = false, updatable = false)
  private String detection;

  @Column(nullable = false, updatable = false)
  private String reason;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "owner_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "rule_exceptions_owner_fk"))
  private UserEntity owner;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "created_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "rule_exceptions_created_by_fk"))
  private UserEntity createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ended_by", foreignKey = @ForeignKey(name = "rule_exceptions_ended_by_fk"))
  private @Nullable UserEntity endedBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(nullable = false, insertable = false, updatable = false)
  private long hits;

  @Column(name = "last_hit_at", insertable = false, updatable = false)
  private @Nullable Instant lastHitAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RuleExceptionEntity() {}

  /**
   * An exception that has kept nothing back yet.
   *
   * @param what its id, its rule, its events and its reason
   * @param owner who answers for it
   * @param createdBy who made it
   */
  public RuleExceptionEntity(What what, UserEntity owner, UserEntity createdBy) {
    this.id = what.id();
    this.tenant = createdBy.tenant();
    this.ruleId = what.ruleId();
    this.detection = what.detection();
    this.reason = what.reason();
    this.owner = owner;
    this.createdBy = createdBy;
    this.createdAt = what.createdAt();
    this.expiresAt = what.expiresAt();
  }

  /**
   * What an exception says.
   *
   * @param id its key
   * @param ruleId of which rule
   * @param detection which events
   * @param reason why
   * @param createdAt since when
   * @param expiresAt until when
   */
  public record What(
      UUID id,
      String ruleId,
      String detection,
      String reason,
      Instant createdAt,
      Instant expiresAt) {}
}
