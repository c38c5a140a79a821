package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import java.util.UUID;

/**
 * A user.
 *
 * @param id never changes
 * @param tenant whose user
 * @param username what they sign in with
 * @param displayName what others see
 * @param role what the user is
 * @param passwordHash as it was given
 * @param disabled true if they may not sign in
 */
public record UserAccount(
    UUID id,
    Tenant tenant,
    String username,
    String displayName,
    Role role,
    String passwordHash,
    boolean disabled) {
  /** Everything but the hash. */
  @Override
  public String toString() {
    return "UserAccount[" + id + ' ' + tenant + '/' + username + ", " + role + ']';
  }
}
