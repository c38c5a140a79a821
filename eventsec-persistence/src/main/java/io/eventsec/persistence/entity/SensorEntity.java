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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sensors}. */
@Entity
@Table(name = "sensors")
public class SensorEntity {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(nullable = false, updatable = false)
  private String name;

  @Column(name = "token_hash", nullable = false)
  private byte[] tokenHash;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "created_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "sensors_created_by_fk"))
  private @Nullable UserEntity createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected SensorEntity() {}

  /**
   * A sensor.
   *
   * @param createdBy who made it; null if no person did
   */
  public SensorEntity(
      String tenant, String name, byte[] tokenHash, @Nullable UserEntity createdBy) {
    this.id = UUID.randomUUID();
    this.tenant = tenant;
    this.name = name;
    this.tokenHash = tokenHash;
    this.createdBy = createdBy;
    this.createdAt = Instant.now();
  }

  /** Its key. */
  public UUID id() {
    return id;
  }

  /** The tenant's id. */
  public String tenant() {
    return tenant;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it last sent. */
  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  /** Since when it is refused. */
  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  /** Gives it another token. */
  public void setTokenHash(byte[] value) {
    this.tokenHash = value;
  }

  /** Refuses it from then on. */
  public void setRevokedAt(Instant value) {
    this.revokedAt = value;
  }
}
