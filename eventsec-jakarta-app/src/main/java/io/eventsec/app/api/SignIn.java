package io.eventsec.app.api;

import org.jspecify.annotations.Nullable;

/**
 * A name and a password.
 *
 * @param username who
 * @param password the password
 */
public record SignIn(@Nullable String username, @Nullable String password) {
  /** Without the password. */
  @Override
  public String toString() {
    return "SignIn[...]";
  }
}
