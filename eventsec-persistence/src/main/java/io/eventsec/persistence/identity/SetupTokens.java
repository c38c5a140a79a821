package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The token that lets the first administrator in. In the caller's transaction. Not thread-safe. */
public final class SetupTokens {
  private final EntityManager entities;

  /** The setup tokens behind this entity manager. */
  public SetupTokens(EntityManager entities) {
    this.entities = entities;
  }

  /** Makes this the tenant's only setup token. */
  public void replace(Tenant tenant, TokenHash token, Instant expiresAt) {
    throw new UnsupportedOperationException(entities.toString());
  }

  /**
   * Uses the token up.
   *
   * @return true if it was the tenant's token and had not expired; it is gone then
   */
  public boolean redeem(Tenant tenant, TokenHash token, Instant now) {
    throw new UnsupportedOperationException();
  }
}
