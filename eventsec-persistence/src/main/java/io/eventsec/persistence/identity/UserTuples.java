package io.eventsec.persistence.identity;

import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;

/**
 * Users in rows of queries, which name the columns of one {@code ownerId, ownerName, ownerDisplay}.
 */
public final class UserTuples {
  private UserTuples() {}

  /** Who has that role in a row; empty if nobody has. */
  public static Optional<UserRef> user(Tuple row, String role) {
    return Optional.ofNullable(row.get(role + "Id", UUID.class))
        .map(
            id ->
                new UserRef(
                    id,
                    row.get(role + "Name", String.class),
                    row.get(role + "Display", String.class)));
  }
}
