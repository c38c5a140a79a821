package io.eventsec.persistence.internal;

/** Bounds of what callers ask for and hand in. */
public final class Limits {
  private Limits() {}

  /**
   * Checks how many rows are asked for.
   *
   * @param things what the rows are, for the message
   * @throws IllegalArgumentException if it is not 1 to {@code most}
   */
  public static void rows(int limit, int most, String things) {
    if (limit < 1 || limit > most) {
      throw new IllegalArgumentException(
          "Limit " + limit + ": ask for 1 to " + most + ' ' + things);
    }
  }

  /**
   * Checks the length of a text, in characters as the database counts them.
   *
   * @param what it is, for the message
   * @throws IllegalArgumentException if it is not {@code least} to {@code most}
   */
  public static void length(String what, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw new IllegalArgumentException(
          what + " of " + length + " characters: use " + least + " to " + most);
    }
  }
}
