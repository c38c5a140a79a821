package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code login_attempts}. */
@Entity
@Table(name = "login_attempts")
public class LoginAttemptEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "attempt_key", nullable = false, updatable = false)
  private String attemptKey;

  @Column(name = "attempted_at", nullable = false, updatable = false)
  private Instant attemptedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected LoginAttemptEntity() {}

  /** A failure that counts against a key. */
  public LoginAttemptEntity(String attemptKey, Instant attemptedAt) {
    this.attemptKey = attemptKey;
    this.attemptedAt = attemptedAt;
  }
}
