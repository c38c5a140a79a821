package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code setup_tokens}. */
@Entity
@Table(name = "setup_tokens")
public class SetupTokenEntity {
  @Id private String tenant;

  @Column(name = "token_hash", nullable = false)
  private byte[] tokenHash;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  /** For the provider; rows are written by statement. */
  @SuppressWarnings("NullAway.Init")
  protected SetupTokenEntity() {}
}
