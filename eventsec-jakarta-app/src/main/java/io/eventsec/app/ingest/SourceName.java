package io.eventsec.app.ingest;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import java.util.regex.Pattern;

/** The name of a source in a path. */
final class SourceName {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private SourceName() {}

  /**
   * The name itself.
   *
   * @throws ProblemException 404 if it is none
   */
  static String checked(String name) {
    if (!FORM.matcher(name).matches()) {
      throw new ProblemException(
          ProblemKind.NOT_FOUND,
          "A source's name is 1 to 64 of a-z, 0-9, '.', '_' and '-', a letter or digit first.");
    }
    return name;
  }
}
