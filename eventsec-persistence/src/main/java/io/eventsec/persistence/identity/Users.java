package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** The users. Lives as long as its entity manager, in the caller's transaction. Not thread-safe. */
public final class Users {
  private final EntityManager entities;

  /** The users behind this entity manager. */
  public Users(EntityManager entities) {
    this.entities = entities;
  }

  /** How many users a tenant has, disabled ones included. */
  public long count(Tenant tenant) {
    throw new UnsupportedOperationException(entities.toString());
  }

  /**
   * Creates a user.
   *
   * @throws NameTakenException if the tenant has a user of that name
   */
  public UserAccount create(NewUser user) {
    throw new UnsupportedOperationException();
  }

  /** The tenant's user of that name. */
  public Optional<UserAccount> findByUsername(Tenant tenant, String username) {
    throw new UnsupportedOperationException();
  }

  /** The user of that id, of whatever tenant. */
  public Optional<UserAccount> find(UUID id) {
    throw new UnsupportedOperationException();
  }
}
