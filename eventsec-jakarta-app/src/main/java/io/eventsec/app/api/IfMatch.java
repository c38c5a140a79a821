package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Reads the revision that a caller saw; and says that somebody else was faster. */
final class IfMatch {
  private IfMatch() {}

  /**
   * The revision in the header.
   *
   * @throws ProblemException 428 without the header, 412 if it is none of our ETags
   */
  static int revision(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_REQUIRED,
          "Say in If-Match which revision you saw: the ETag of GET.");
    }
    String value = header.replace("\"", "").strip();
    if (!value.matches("[0-9]{1,9}")) {
      throw new ProblemException(
          ProblemKind.PRECONDITION_FAILED,
          "If-Match is not an ETag of this. Send the ETag of GET.");
    }
    return Integer.parseInt(value);
  }

  static ProblemException stale(String thing, int revision) {
    return new ProblemException(
        ProblemKind.PRECONDITION_FAILED,
        "Somebody changed the "
            + thing
            + "; it is at revision "
            + revision
            + ". Look at it again.");
  }
}
