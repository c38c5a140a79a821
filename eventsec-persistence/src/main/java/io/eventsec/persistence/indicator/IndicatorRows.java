package io.eventsec.persistence.indicator;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.persistence.internal.AlertColumns;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Rows of one feed: many a statement, in one transaction. Takes the tenant's state row first. */
final class IndicatorRows {
  private static final String PUT =
      """
      with put as (
        insert into indicators as old
          (tenant, feed, created_by, created_at, changed_at, claim_key, kind, value, source,
            external_id, confidence, valid_from, valid_until, modified_at, name, description,
            labels, tlp)
        select ?, ?, ?::uuid, ?::timestamptz, ?::timestamptz, claim_key, kind, value, source,
          external_id, confidence::smallint, valid_from::timestamptz, valid_until::timestamptz,
          modified_at::timestamptz, name, description, labels::jsonb, nullif(tlp, '')
        from unnest(?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          as given (claim_key, kind, value, source, external_id, confidence, valid_from,
            valid_until, modified_at, name, description, labels, tlp)
        order by claim_key
        on conflict on constraint indicators_claim_once do update set
          confidence = excluded.confidence, valid_from = excluded.valid_from,
          valid_until = excluded.valid_until, modified_at = excluded.modified_at,
          name = excluded.name, description = excluded.description, labels = excluded.labels,
          tlp = excluded.tlp, changed_at = excluded.changed_at, withdrawn_at = null,
          withdrawn_version = null
        where (old.withdrawn_version is null or excluded.modified_at is null
            or excluded.modified_at > old.withdrawn_version)
          and (excluded.modified_at is null or old.modified_at is null
            or excluded.modified_at >= old.modified_at)
          and (old.withdrawn_at is not null
            or (old.confidence, old.valid_from, old.valid_until, old.modified_at, old.name,
                old.description, old.labels, old.tlp)
              is distinct from (excluded.confidence, excluded.valid_from, excluded.valid_until,
                excluded.modified_at, excluded.name, excluded.description, excluded.labels,
                excluded.tlp))
        returning xmax = 0 as added)
      select count(*) filter (where added), count(*) filter (where not added) from put""";

  private static final String ENDS =
      """
      select claim_key, valid_until from indicators
      where tenant = ? and claim_key = any (?::bytea[]) and valid_until is not null""";

  /**
   * Of each object the latest version holds, whichever came first. The objects are found by one
   * scan, whatever the planner thinks of the table's size.
   */
  private static final String SUPERSEDE =
      """
      with older as (
        select id, version from (
          select id, modified_at, withdrawn_at,
            max(greatest(modified_at, withdrawn_version)) over (partition by external_id) as version
          from indicators
          where tenant = ? and feed = ? and external_id = any (?::text[]) and external_id <> ''
            and modified_at is not null) as objects
        where withdrawn_at is null and modified_at < version)
      update indicators i set withdrawn_at = ?::timestamptz, changed_at = ?::timestamptz,
        withdrawn_version = older.version - interval '1 microsecond'
      from older where i.id = older.id""";

  private static final String WITHDRAW =
      """
      with taken as (
        select i.id, given.version::timestamptz as version
        from indicators i
        join unnest(?::text[], ?::text[]) as given (external_id, version) using (external_id)
        where i.tenant = ? and i.feed = ? and i.external_id = any (?::text[])
          and i.external_id <> '' and i.withdrawn_at is null
          and (given.version is null or i.modified_at is null
            or i.modified_at <= given.version::timestamptz))
      update indicators i set withdrawn_at = ?::timestamptz, changed_at = ?::timestamptz,
        withdrawn_version = taken.version
      from taken where i.id = taken.id""";

  private static final String DROP =
      """
      update indicators set withdrawn_at = ?::timestamptz, changed_at = ?::timestamptz
      where tenant = ? and id = any (?::bigint[]) and withdrawn_at is null""";

  private final Connection connection;
  private final Tenant tenant;
  private final String feed;
  private final String now;

  private IndicatorRows(Connection connection, Tenant tenant, String feed, Instant now) {
    this.connection = connection;
    this.tenant = tenant;
    this.feed = feed;
    this.now = now.toString();
  }

  /** Does something to the rows of a feed; where it changes one, the tenant's revision rises. */
  static IndicatorChanges change(
      Connection connection, Tenant tenant, String feed, Instant now, Change change)
      throws SQLException {
    IndicatorState.lock(connection, tenant, now);
    IndicatorChanges changes = change.on(new IndicatorRows(connection, tenant, feed, now));
    if (changes.any()) {
      IndicatorState.rise(connection, tenant, now);
    }
    return changes;
  }

  /**
   * Takes in what the feed says: adds, and replaces what it says otherwise.
   *
   * @param claims each key once
   */
  IndicatorChanges put(List<StoredClaim> claims, Optional<UUID> userId) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      put.setString(1, tenant.id());
      put.setString(2, feed);
      put.setString(3, userId.map(UUID::toString).orElse(null));
      put.setString(4, now);
      put.setString(5, now);
      columns(new Columns<>(put, 6, claims));
      try (ResultSet counts = put.executeQuery()) {
        counts.next();
        int added = counts.getInt(1);
        int changed = counts.getInt(2);
        int withdrawn = added + changed == 0 ? 0 : supersede(claims);
        return new IndicatorChanges(added, changed, claims.size() - added - changed, withdrawn);
      }
    }
  }

  private static void columns(Columns<StoredClaim> columns) throws SQLException {
    columns.bytes(StoredClaim::key);
    columns.text(row -> row.claim().indicator().kind().name());
    columns.text(row -> row.claim().indicator().value());
    columns.text(row -> row.claim().origin().source());
    columns.text(row -> row.claim().origin().id());
    columns.optionalText(row -> text(row.claim().confidence()));
    columns.text(row -> row.validFrom().toString());
    columns.optionalText(row -> row.claim().validity().until().map(Instant::toString));
    columns.optionalText(row -> row.claim().origin().modified().map(Instant::toString));
    columns.text(row -> row.claim().details().name());
    columns.text(row -> row.claim().details().description());
    columns.text(row -> AlertColumns.tags(row.claim().details().labels()));
    columns.text(StoredClaim::tlp);
  }

  private static Optional<String> text(OptionalInt number) {
    return number.isPresent() ? Optional.of(Integer.toString(number.getAsInt())) : Optional.empty();
  }

  private int supersede(List<StoredClaim> claims) throws SQLException {
    String[] objects =
        claims.stream()
            .filter(row -> row.claim().origin().modified().isPresent())
            .map(row -> row.claim().origin().id())
            .filter(id -> !id.isEmpty())
            .distinct()
            .toArray(String[]::new);
    if (objects.length == 0) {
      return 0;
    }
    try (PreparedStatement update = connection.prepareStatement(SUPERSEDE)) {
      update.setString(1, tenant.id());
      update.setString(2, feed);
      update.setArray(3, connection.createArrayOf("text", objects));
      update.setString(4, now);
      update.setString(5, now);
      return update.executeUpdate();
    }
  }

  /** When the claims end that are known and have an end. */
  KnownEnds ends(List<StoredClaim> claims) throws SQLException {
    KnownEnds ends = new KnownEnds();
    try (PreparedStatement query = connection.prepareStatement(ENDS)) {
      query.setString(1, tenant.id());
      new Columns<>(query, 2, claims).bytes(StoredClaim::key);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          ends.add(row.getBytes(1), row.getTimestamp(2).toInstant());
        }
      }
    }
    return ends;
  }

  /** Takes objects back; how many claims were in force. */
  int withdraw(List<IndicatorWithdrawal> withdrawals) throws SQLException {
    if (withdrawals.isEmpty()) {
      return 0;
    }
    try (PreparedStatement update = connection.prepareStatement(WITHDRAW)) {
      Columns<IndicatorWithdrawal> columns = new Columns<>(update, 1, withdrawals);
      columns.text(withdrawal -> StorableText.of(withdrawal.id()));
      columns.optionalText(withdrawal -> withdrawal.modified().map(Instant::toString));
      update.setString(3, tenant.id());
      update.setString(4, feed);
      new Columns<>(update, 5, withdrawals).text(withdrawal -> StorableText.of(withdrawal.id()));
      update.setString(6, now);
      update.setString(7, now);
      return update.executeUpdate();
    }
  }

  /** Takes claims back that the feed has no more; how many were in force. */
  int drop(List<Long> ids) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(DROP)) {
      update.setString(1, now);
      update.setString(2, now);
      update.setString(3, tenant.id());
      update.setArray(4, connection.createArrayOf("bigint", ids.toArray()));
      return update.executeUpdate();
    }
  }

  /** Has the planner know how large the table has become, before it does so by itself. */
  static boolean analyze(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("analyze indicators");
    }
  }

  /** What is done. */
  @FunctionalInterface
  interface Change {
    IndicatorChanges on(IndicatorRows rows) throws SQLException;
  }
}
