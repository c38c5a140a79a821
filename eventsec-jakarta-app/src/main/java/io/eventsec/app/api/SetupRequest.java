package io.eventsec.app.api;

import org.jspecify.annotations.Nullable;

/**
 * The first administrator to be.
 *
 * @param token from the setup link
 * @param username to sign in with
 * @param displayName what others see; the username if there is none
 * @param password the password
 */
public record SetupRequest(
    @Nullable String token,
    @Nullable String username,
    @Nullable String displayName,
    @Nullable String password) {
  /** Without token and password. */
  @Override
  public String toString() {
    return "SetupRequest[...]";
  }
}
