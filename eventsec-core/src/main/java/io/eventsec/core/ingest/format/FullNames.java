package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Optional;

/** Names of people of which records say first and last name apart. */
final class FullNames {
  private static final String FULL = "user.full_name";

  private static final List<List<String>> NAMES =
      List.of(
          List.of("firstName", "lastName"),
          List.of("first_name", "last_name"),
          List.of("FirstName", "LastName"),
          List.of("created_by.first_name", "created_by.last_name"),
          List.of("user.firstName", "user.lastName"),
          List.of("user.first_name", "user.last_name"));

  private FullNames() {}

  /** Sets the user's full name, if there is none and the record is about a user. */
  static void write(NativeRecord said, EcsWriter out) {
    boolean isAboutUser =
        out.get("user.name") != null || out.get("user.email") != null || out.get("user.id") != null;
    if (!isAboutUser || out.get(FULL) != null) {
      return;
    }
    for (List<String> names : NAMES) {
      Optional<String> first = said.text(names.get(0));
      Optional<String> last = said.text(names.get(1));
      if (first.isPresent() && last.isPresent()) {
        out.put(FULL, (first.get() + ' ' + last.get()).strip());
        return;
      }
    }
  }
}
