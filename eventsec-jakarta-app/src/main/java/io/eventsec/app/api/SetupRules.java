package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What names and passwords must be like. */
final class SetupRules {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3,64}");
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int LONGEST_NAME = 200;

  private SetupRules() {}

  /**
   * Checks them.
   *
   * @throws ProblemException 422 naming everything that is wrong
   */
  static void check(String username, String displayName, String password) {
    List<FieldError> errors = new ArrayList<>();
    if (!USERNAME.matcher(username).matches()) {
      errors.add(
          new FieldError(
              "username",
              Values.shown(username),
              "is not 3 to 64 of a-z, 0-9, '.', '_' and '-'",
              "Choose another one."));
    }
    if (displayName.length() > LONGEST_NAME) {
      errors.add(
          new FieldError(
              "displayName",
              Values.shown(displayName),
              "has more than " + LONGEST_NAME + " characters",
              "Choose a shorter one."));
    }
    checkPassword(errors, username, password);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private static void checkPassword(List<FieldError> errors, String username, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || password.length() > LONGEST) {
      errors.add(
          new FieldError(
              "password",
              "",
              "does not have " + SHORTEST + " to " + LONGEST + " characters",
              "A sentence is a good password."));
    } else if (password.chars().distinct().count() < 5) {
      errors.add(
          new FieldError(
              "password", "", "has fewer than 5 different characters", "Choose another one."));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (username.length() >= 3 && lower.contains(username.toLowerCase(Locale.ROOT))) {
      errors.add(new FieldError("password", "", "contains the username", "Choose another one."));
    }
  }
}
