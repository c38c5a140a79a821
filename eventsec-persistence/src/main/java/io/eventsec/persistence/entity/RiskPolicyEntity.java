package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A row of {@code risk_policies}. Rows are written by statement. */
@Entity
@Table(name = "risk_policies")
@IdClass(RiskPolicyEntity.Key.class)
public class RiskPolicyEntity {
  @Id private String tenant;

  @Id private String name;

  @Id private int version;

  @Column(nullable = false, updatable = false)
  private String definition;

  @Column(nullable = false, updatable = false)
  private String reason;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "created_by",
      nullable = false,
      updatable = false,
      foreignKey = @ForeignKey(name = "risk_policies_created_by_fk"))
  private UserEntity createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected RiskPolicyEntity() {}

  /**
   * What tells a version from others.
   *
   * @param tenant whose
   * @param name of the policy
   * @param version of it
   */
  public record Key(String tenant, String name, int version) implements Serializable {
    private static final long serialVersionUID = 1L;
  }
}
