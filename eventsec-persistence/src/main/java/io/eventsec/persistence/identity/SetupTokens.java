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
    // One statement, so that two nodes that start at once do not meet in a constraint.
    entities
        .createNativeQuery(
            """
            insert into setup_tokens (tenant, token_hash, expires_at)
            values (:tenant, :token, :expiresAt)
            on conflict (tenant) do update
            set token_hash = excluded.token_hash, expires_at = excluded.expires_at""")
        .setParameter("tenant", tenant.id())
        .setParameter("token", token.bytes())
        .setParameter("expiresAt", expiresAt)
        .executeUpdate();
  }

  /** True if it is the tenant's token and has not expired. */
  public boolean isValid(Tenant tenant, TokenHash token, Instant now) {
    return entities
            .createQuery(
                """
                select count(t) from SetupTokenEntity t
                where t.tenant = :tenant and t.tokenHash = :token and t.expiresAt > :now""",
                Long.class)
            .setParameter("tenant", tenant.id())
            .setParameter("token", token.bytes())
            .setParameter("now", now)
            .getSingleResult()
        == 1;
  }

  /**
   * Uses the token up.
   *
   * @return true if it was the tenant's token and had not expired; it is gone then
   */
  public boolean redeem(Tenant tenant, TokenHash token, Instant now) {
    return entities
            .createQuery(
                """
                delete from SetupTokenEntity t
                where t.tenant = :tenant and t.tokenHash = :token and t.expiresAt > :now""")
            .setParameter("tenant", tenant.id())
            .setParameter("token", token.bytes())
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}
