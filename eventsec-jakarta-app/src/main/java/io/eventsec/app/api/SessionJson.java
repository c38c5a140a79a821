package io.eventsec.app.api;

import io.eventsec.app.security.Permission;
import io.eventsec.app.security.Session;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.identity.UserEntry;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.List;

/**
 * Who is signed in, and what they may do.
 *
 * @param user who
 * @param tenant whose data
 * @param permissions what they may do
 * @param csrfToken for the X-CSRF-Token header of calls that change something
 * @param expiresAt when the session ends, whatever happens
 * @param version of the application
 */
public record SessionJson(
    UserJson user,
    String tenant,
    List<String> permissions,
    String csrfToken,
    Instant expiresAt,
    String version) {

  static SessionJson of(Session session) {
    UserAccount user = session.user();
    return new SessionJson(
        new UserJson(
            user.id().toString(), user.username(), user.displayName(), Values.name(user.role())),
        user.tenant().id(),
        Permission.wireNames(user.role()),
        session.csrfToken(),
        session.expiresAt(),
        Build.version());
  }

  /**
   * A user.
   *
   * @param id never changes
   * @param username to sign in with
   * @param displayName what others see
   * @param role admin, analyst or viewer
   */
  public record UserJson(String id, String username, String displayName, String role) {
    static UserJson of(UserEntry entry) {
      UserRef user = entry.user();
      return new UserJson(
          user.id().toString(), user.username(), user.displayName(), Values.name(entry.role()));
    }
  }
}
