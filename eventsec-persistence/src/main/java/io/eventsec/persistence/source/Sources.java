package io.eventsec.persistence.source;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The sources that have sent, the {@value #MOST} of each tenant that sent last. They outlive the
 * journal's batches. Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class Sources {
  /** How many of a tenant are known; for a new one beyond that, the longest silent is forgotten. */
  public static final int MOST = 1000;

  private static final String LIST =
      """
      select tenant, name, first_received_at, last_received_at, batches, records from sources
      where tenant = ? order by name limit ?""";

  private static final String FIND =
      """
      select tenant, name, first_received_at, last_received_at, batches, records from sources
      join unnest(cast(? as text[]), cast(? as text[])) as asked (tenant, name) using (tenant, name)""";

  private static final String COUNT = "select count(*) from sources";

  private final Database database;

  /** The sources of this database. */
  public Sources(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * Which source.
   *
   * @param tenant whose
   * @param name what its batches are sent under
   */
  public record Key(Tenant tenant, String name) {}

  /** The tenant's, by name. */
  public List<SourceRecord> list(Tenant tenant) {
    return database.inTransaction("list the sources", connection -> list(connection, tenant));
  }

  /** Those of the keys that have sent, in any order. */
  public List<SourceRecord> find(Collection<Key> keys) {
    return database.inTransaction("look for sources", connection -> find(connection, keys));
  }

  /** How many there are, of all tenants together. */
  public long count() {
    return database.inTransaction(
        "count the sources",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(COUNT);
              ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  private static List<SourceRecord> list(Connection connection, Tenant tenant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LIST)) {
      query.setString(1, tenant.id());
      query.setInt(2, MOST);
      return read(query);
    }
  }

  private static List<SourceRecord> find(Connection connection, Collection<Key> keys)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setArray(1, texts(connection, keys, key -> key.tenant().id()));
      query.setArray(2, texts(connection, keys, Key::name));
      return read(query);
    }
  }

  private static Array texts(
      Connection connection, Collection<Key> keys, Function<Key, String> text) throws SQLException {
    return connection.createArrayOf("text", keys.stream().map(text).toArray());
  }

  private static List<SourceRecord> read(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      List<SourceRecord> sources = new ArrayList<>();
      while (row.next()) {
        sources.add(
            new SourceRecord(
                new Tenant(row.getString("tenant")),
                row.getString("name"),
                row.getTimestamp("first_received_at").toInstant(),
                row.getTimestamp("last_received_at").toInstant(),
                row.getLong("batches"),
                row.getLong("records")));
      }
      return sources;
    }
  }
}
