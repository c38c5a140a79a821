package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;

/**
 * A user to be created.
 *
 * @param tenant whose user
 * @param username 3 to 64 of {@code a-z 0-9 . _ -}, unique in the tenant
 * @param displayName 1 to 200 characters
 * @param role what the user is
 * @param passwordHash salted and slow, in a form that says how it was made
 */
public record NewUser(
    Tenant tenant, String username, String displayName, Role role, String passwordHash) {
  /** Everything but the hash. */
  @Override
  public String toString() {
    return "NewUser[" + tenant + '/' + username + ", " + role + ']';
  }
}
