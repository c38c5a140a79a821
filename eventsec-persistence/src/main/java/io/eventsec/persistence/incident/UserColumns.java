package io.eventsec.persistence.incident;

import io.eventsec.persistence.identity.UserRef;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;

/** Users as a query selects them: in three columns under the name of their role. */
final class UserColumns {
  private UserColumns() {}

  /** What to select of a joined user. */
  static String of(String alias, String role) {
    return "%1$s.id as %2$sId, %1$s.username as %2$sName, %1$s.displayName as %2$sDisplay"
        .formatted(alias, role);
  }

  /** The user, if the join found one. */
  static Optional<UserRef> read(Tuple row, String role) {
    return Optional.ofNullable(row.get(role + "Id", UUID.class)).map(id -> user(row, role, id));
  }

  /** The user of a join that always finds one. */
  static UserRef require(Tuple row, String role) {
    return user(row, role, row.get(role + "Id", UUID.class));
  }

  private static UserRef user(Tuple row, String role, UUID id) {
    return new UserRef(
        id, row.get(role + "Name", String.class), row.get(role + "Display", String.class));
  }
}
