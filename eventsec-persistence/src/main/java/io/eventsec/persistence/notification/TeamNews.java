package io.eventsec.persistence.notification;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Tells the users of a tenant that have certain roles, in the transaction of a connection. Each is
 * told once about a topic.
 */
public final class TeamNews {
  /** How many users of a tenant are told; those who have been there longest. */
  public static final int MOST_RECIPIENTS = 1000;

  private static final String TELL =
      """
      insert into notifications (tenant, user_id, topic, title, created_at)
      select u.tenant, u.id, given.topic, given.title, now()
      from unnest(?::text[], ?::text[], ?::text[]) with ordinality
          as given (tenant, topic, title, place)
        cross join lateral (
          select o.tenant, o.id from users o
          where o.tenant = given.tenant and not o.disabled and o.role = any (?)
          order by o.created_at, o.id limit %d) u
      order by u.id, given.place
      on conflict on constraint notifications_once do nothing"""
          .formatted(MOST_RECIPIENTS);

  private TeamNews() {}

  /**
   * Something that they are told.
   *
   * @param tenant whose users
   * @param topic what it is about, at most 300 characters
   * @param title the news in one line, at most 300 characters
   */
  public record Item(Tenant tenant, String topic, String title) {}

  /**
   * Tells it, in the order given.
   *
   * @return how many notifications there are more
   */
  public static int tell(Connection connection, Set<Role> roles, List<Item> items)
      throws SQLException {
    if (items.isEmpty()) {
      return 0;
    }
    try (PreparedStatement insert = connection.prepareStatement(TELL)) {
      Columns<Item> columns = new Columns<>(insert, 1, items);
      columns.text(item -> item.tenant().id());
      columns.text(item -> StorableText.of(item.topic()));
      columns.text(item -> StorableText.of(item.title()));
      insert.setArray(
          4,
          connection.createArrayOf("text", roles.stream().map(Enum::name).toArray(String[]::new)));
      return insert.executeUpdate();
    }
  }
}
