package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.Tlp;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.persistence.internal.AlertColumns;
import io.eventsec.persistence.internal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that a tenant's feeds claim, for whoever matches events. What has ended is among it:
 * events of the past may name it. Safe to share between threads; each call is made of short
 * transactions of its own.
 */
public final class IndicatorLoader {
  private static final int A_STEP = 10_000;
  private static final Pattern WORLDWIDE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");
  private static final String REVISIONS = "select tenant, revision from indicator_state";

  private static final String NEXT =
      """
      select id, kind, value, source, external_id, modified_at, valid_from, valid_until, confidence,
        name, description, labels, tlp
      from indicators
      where tenant = ? and id < ? and withdrawn_at is null
      order by id desc limit ?""";

  private final Database database;

  /** Out of this database. */
  public IndicatorLoader(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * A number for each tenant that has or had indicators; another one says that they have changed.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Map<Tenant, Long> revisions() {
    return database.inTransaction("look up whether indicators changed", IndicatorLoader::revisions);
  }

  /**
   * Hands on all claims of a tenant that are not withdrawn, newest first. To be called after {@link
   * #revisions()}: what changes meanwhile is seen by its next call.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public void load(Tenant tenant, IndicatorSink sink) {
    long[] before = {Long.MAX_VALUE};
    int rows;
    do {
      rows =
          database.inTransaction(
              "read the indicators", connection -> next(connection, tenant, before, sink));
    } while (rows == A_STEP);
  }

  private static Map<Tenant, Long> revisions(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(REVISIONS);
        ResultSet row = query.executeQuery()) {
      Map<Tenant, Long> revisions = new HashMap<>();
      while (row.next()) {
        revisions.put(new Tenant(row.getString(1)), row.getLong(2));
      }
      return revisions;
    }
  }

  private static int next(Connection connection, Tenant tenant, long[] before, IndicatorSink sink)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setString(1, tenant.id());
      query.setLong(2, before[0]);
      query.setInt(3, A_STEP);
      int rows = 0;
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows++;
          before[0] = row.getLong(1);
          sink.accept(claim(row));
        }
      }
      return rows;
    }
  }

  private static ThreatIndicator claim(ResultSet row) throws SQLException {
    int confidence = row.getInt("confidence");
    boolean untold = row.wasNull();
    String object = row.getString("external_id");
    return new ThreatIndicator(
        new Indicator(IndicatorKind.valueOf(row.getString("kind")), row.getString("value")),
        new IndicatorOrigin(
            row.getString("source"),
            object,
            isTheSameEverywhere(object) ? moment(row, "modified_at") : Optional.empty()),
        new ValidityPeriod(
            moment(row, "valid_from").filter(time -> !time.equals(StoredClaim.ALWAYS)),
            moment(row, "valid_until")),
        untold ? OptionalInt.empty() : OptionalInt.of(confidence),
        new IndicatorDetails(
            row.getString("name"),
            row.getString("description"),
            AlertColumns.readTags(row.getString("labels")),
            Optional.ofNullable(row.getString("tlp")).map(Tlp::valueOf)));
  }

  /**
   * Row 7 of one table is not row 7 of another: versions of such are those of their feed, which has
   * been seen to. Objects of STIX and MISP are the same whoever tells of them.
   */
  private static boolean isTheSameEverywhere(String object) {
    return WORLDWIDE.matcher(object).find();
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }
}
