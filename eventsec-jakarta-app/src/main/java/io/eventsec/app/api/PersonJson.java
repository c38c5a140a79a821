package io.eventsec.app.api;

import io.eventsec.persistence.identity.UserRef;

/**
 * A user as others see them.
 *
 * @param id never changes
 * @param username what they sign in with
 * @param displayName what others call them
 */
public record PersonJson(String id, String username, String displayName) {
  static PersonJson of(UserRef user) {
    return new PersonJson(user.id().toString(), user.username(), user.displayName());
  }
}
