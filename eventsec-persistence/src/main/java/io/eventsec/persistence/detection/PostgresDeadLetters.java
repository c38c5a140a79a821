package io.eventsec.persistence.detection;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DeadLetters;
import io.eventsec.persistence.internal.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Dead letters in PostgreSQL. */
public final class PostgresDeadLetters implements DeadLetters {
  private static final int MOST = 1000;

  private static final String PAGE =
      "select "
          + DeadLetterRows.COLUMNS
          + " from dead_letters where tenant = ? and id < ? order by id desc limit ?";

  private static final String SELECTED =
      "select "
          + DeadLetterRows.COLUMNS
          + """
            from dead_letters
           where tenant = ? and id > ? and (?::bigint[] is null or id = any(?::bigint[]))
             and (?::text is null or stage = ?) and (?::text is null or cause = ?)
             and (?::text is null or source = ?)
           order by id limit ?""";

  private static final String GROUPS =
      """
      select stage, cause, source, count(*), min(received_at), max(received_at),
        count(*) filter (where parser <> ?)
      from dead_letters where tenant = ? group by stage, cause, source order by count(*) desc, stage, cause, source
      limit 200""";

  private static final String STAGES = "select stage, count(*) from dead_letters group by stage";

  private final Database database;

  /** The dead letters in this database. */
  public PostgresDeadLetters(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the limit is not 1 to 1,000
   */
  @Override
  public List<DeadLetter> newest(Tenant tenant, int limit) {
    return page(tenant, OptionalLong.empty(), limit).letters().stream()
        .map(StoredDeadLetter::letter)
        .toList();
  }

  @Override
  public long count(Tenant tenant) {
    return database.inTransaction(
        "count the dead letters",
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement("select count(*) from dead_letters where tenant = ?")) {
            query.setString(1, tenant.id());
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? row.getLong(1) : 0;
            }
          }
        });
  }

  /**
   * How many are kept of all tenants together, by stage; a stage without any is missing.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Map<Rejection.Stage, Long> stages() {
    return database.inTransaction(
        "count the dead letters by stage",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(STAGES);
              ResultSet row = query.executeQuery()) {
            Map<Rejection.Stage, Long> counts = new EnumMap<>(Rejection.Stage.class);
            while (row.next()) {
              counts.put(Rejection.Stage.valueOf(row.getString(1)), row.getLong(2));
            }
            return counts;
          }
        });
  }

  /**
   * A page, newest first.
   *
   * @param after {@link DeadLetterPage#next()} of the page before; empty for the first page
   * @param limit at most so many, 1 to 1,000
   * @throws IllegalArgumentException if the limit is out of bounds
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public DeadLetterPage page(Tenant tenant, OptionalLong after, int limit) {
    checkLimit(limit);
    List<StoredDeadLetter> found =
        database.inTransaction(
            "list dead letters",
            connection -> list(connection, tenant, after.orElse(Long.MAX_VALUE), limit + 1));
    if (found.size() <= limit) {
      return new DeadLetterPage(found, OptionalLong.empty());
    }
    List<StoredDeadLetter> page = found.subList(0, limit);
    return new DeadLetterPage(page, OptionalLong.of(page.get(limit - 1).id()));
  }

  /**
   * Some of those that are meant, oldest first.
   *
   * @param after the number that the last one before had; 0 to start
   * @param limit at most so many, 1 to 1,000
   * @throws IllegalArgumentException if the limit is out of bounds
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<StoredDeadLetter> selected(
      Tenant tenant, DeadLetterSelection selection, long after, int limit) {
    checkLimit(limit);
    return database.inTransaction(
        "select dead letters",
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SELECTED)) {
            query.setString(1, tenant.id());
            query.setLong(2, after);
            bind(query, selection);
            query.setInt(11, limit);
            return read(query);
          }
        });
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "Limit " + limit + ": ask for 1 to " + MOST + " dead letters");
    }
  }

  private static void bind(PreparedStatement query, DeadLetterSelection selection)
      throws SQLException {
    Array ids =
        selection.ids().isEmpty()
            ? null
            : query.getConnection().createArrayOf("bigint", selection.ids().toArray());
    query.setArray(3, ids);
    query.setArray(4, ids);
    String stage = selection.stage().map(Enum::name).orElse(null);
    String cause = selection.cause().orElse(null);
    String source = selection.source().orElse(null);
    query.setString(5, stage);
    query.setString(6, stage);
    query.setString(7, cause);
    query.setString(8, cause);
    query.setString(9, source);
    query.setString(10, source);
  }

  private static List<StoredDeadLetter> read(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      List<StoredDeadLetter> letters = new ArrayList<>();
      while (row.next()) {
        letters.add(DeadLetterRows.read(row));
      }
      return letters;
    }
  }

  /**
   * The tenant's dead letters in groups, the largest 200, largest first.
   *
   * @param parser what reads records now
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<DeadLetterGroup> groups(Tenant tenant, String parser) {
    return database.inTransaction(
        "group dead letters", connection -> groups(connection, tenant, parser));
  }

  private static List<StoredDeadLetter> list(
      Connection connection, Tenant tenant, long before, int rows) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PAGE)) {
      query.setString(1, tenant.id());
      query.setLong(2, before);
      query.setInt(3, rows);
      return read(query);
    }
  }

  private static List<DeadLetterGroup> groups(Connection connection, Tenant tenant, String parser)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(GROUPS)) {
      query.setString(1, parser);
      query.setString(2, tenant.id());
      try (ResultSet row = query.executeQuery()) {
        List<DeadLetterGroup> groups = new ArrayList<>();
        while (row.next()) {
          groups.add(
              new DeadLetterGroup(
                  Rejection.Stage.valueOf(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getTimestamp(5).toInstant(),
                  row.getTimestamp(6).toInstant(),
                  row.getLong(7)));
        }
        return groups;
      }
    }
  }
}
