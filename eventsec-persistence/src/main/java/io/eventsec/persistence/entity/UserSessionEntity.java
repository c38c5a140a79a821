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

/** A row of {@code user_sessions}. */
@Entity
@Table(name = "user_sessions")
public class UserSessionEntity {
  @Id
  @Column(name = "token_hash")
  private byte[] tokenHash;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "user_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "user_sessions_user_fk"))
  private UserEntity user;

  @Column(name = "csrf_token", nullable = false, updatable = false)
  private String csrfToken;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "last_seen_at", nullable = false)
  private Instant lastSeenAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected UserSessionEntity() {}

  /** A session that begins. */
  public UserSessionEntity(byte[] tokenHash, UserEntity user, String csrfToken, Lifetime lifetime) {
    this.tokenHash = tokenHash;
    this.user = user;
    this.csrfToken = csrfToken;
    this.createdAt = lifetime.from();
    this.lastSeenAt = lifetime.from();
    this.expiresAt = lifetime.to();
  }

  /**
   * From when to when something is good.
   *
   * @param from its beginning
   * @param to its end
   */
  public record Lifetime(Instant from, Instant to) {}
}
