package io.eventsec.persistence.detection;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CoverageLedger;
import io.eventsec.core.spi.CoverageNote;
import io.eventsec.persistence.internal.Columns;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was evaluated by which rules. Nearly every step makes the last rows of its sources longer,
 * which is one statement; only where the rules are others it begins new ones.
 */
final class CoverageRows {
  private static final int ROWS_A_STATEMENT = 1_000;

  private static final String EXTEND =
      """
      update coverage c set to_position = greatest(c.to_position, more.to_position),
        from_time = least(c.from_time, more.from_time), to_time = greatest(c.to_time, more.to_time),
        events = c.events + more.events, failed = c.failed + more.failed, changed_at = now()
      from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::timestamptz[], ?::timestamptz[],
          ?::int8[], ?::int8[])
        as more (tenant, source, set_id, to_position, from_time, to_time, events, failed)
      where c.tenant = more.tenant and c.source = more.source and c.is_last
        and c.set_id = more.set_id
        and case when c.failed = 0 then more.failed = 0
          else more.to_position - c.from_position < ? end
      returning c.tenant, c.source""";

  private static final String CLOSE =
      """
      update coverage c set is_last = false
      from unnest(?::text[], ?::text[]) as past (tenant, source)
      where c.tenant = past.tenant and c.source = past.source and c.is_last""";

  /** Locks the set too, so that retention does not take it away meanwhile. */
  private static final String SET =
      """
      insert into rule_sets as s (tenant, set_id) values (?, ?)
      on conflict (tenant, set_id) do update set seen_at = s.seen_at""";

  private static final String MEMBERS =
      """
      insert into rule_set_members (tenant, set_id, rule_id, rule_version)
      select ?, ?, rule_id, rule_version from unnest(?::text[], ?::text[])
        as given (rule_id, rule_version)
      on conflict do nothing""";

  private static final String BEGIN =
      """
      insert into coverage
        (tenant, source, set_id, from_position, to_position, from_time, to_time, events, failed)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::timestamptz[],
        ?::timestamptz[], ?::int8[], ?::int8[])""";

  private CoverageRows() {}

  private record Place(String tenant, String source) {
    static Place of(CoverageNote note) {
      return new Place(note.tenant().id(), StorableText.of(note.source()));
    }
  }

  private record TenantRules(Tenant tenant, RulesInForce rules) {}

  static void write(Connection connection, List<CoverageNote> notes) throws SQLException {
    for (int from = 0; from < notes.size(); from += ROWS_A_STATEMENT) {
      note(connection, notes.subList(from, Math.min(notes.size(), from + ROWS_A_STATEMENT)));
    }
  }

  private static void note(Connection connection, List<CoverageNote> notes) throws SQLException {
    Set<Place> extended = extend(connection, notes);
    List<CoverageNote> others =
        notes.stream().filter(note -> !extended.contains(Place.of(note))).toList();
    if (!others.isEmpty()) {
      keepRules(connection, others);
      close(connection, others);
      begin(connection, others);
    }
  }

  private static Set<Place> extend(Connection connection, List<CoverageNote> notes)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(EXTEND)) {
      Columns<CoverageNote> columns = new Columns<>(update, 1, notes);
      place(columns);
      columns.text(note -> note.rules().id());
      columns.array("int8", note -> note.span().to());
      rest(columns);
      update.setLong(9, CoverageLedger.BROKEN_SPAN);
      Set<Place> extended = new HashSet<>();
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          extended.add(new Place(row.getString(1), row.getString(2)));
        }
      }
      return extended;
    }
  }

  private static void keepRules(Connection connection, List<CoverageNote> notes)
      throws SQLException {
    Set<TenantRules> distinct = new LinkedHashSet<>();
    notes.forEach(note -> distinct.add(new TenantRules(note.tenant(), note.rules())));
    for (TenantRules of : distinct) {
      try (PreparedStatement insert = connection.prepareStatement(SET)) {
        insert.setString(1, of.tenant().id());
        insert.setString(2, of.rules().id());
        insert.executeUpdate();
      }
      try (PreparedStatement insert = connection.prepareStatement(MEMBERS)) {
        insert.setString(1, of.tenant().id());
        insert.setString(2, of.rules().id());
        Columns<RuleRef> columns = new Columns<>(insert, 3, of.rules().members());
        columns.text(rule -> StorableText.of(rule.id()));
        columns.text(RuleRef::version);
        insert.executeUpdate();
      }
    }
  }

  private static void close(Connection connection, List<CoverageNote> notes) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
      place(new Columns<>(update, 1, notes));
      update.executeUpdate();
    }
  }

  private static void begin(Connection connection, List<CoverageNote> notes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      Columns<CoverageNote> columns = new Columns<>(insert, 1, notes);
      place(columns);
      columns.text(note -> note.rules().id());
      columns.array("int8", note -> note.span().from());
      columns.array("int8", note -> note.span().to());
      rest(columns);
      insert.executeUpdate();
    }
  }

  private static void place(Columns<CoverageNote> columns) throws SQLException {
    columns.text(note -> note.tenant().id());
    columns.text(note -> StorableText.of(note.source()));
  }

  private static void rest(Columns<CoverageNote> columns) throws SQLException {
    columns.array("timestamptz", note -> Timestamp.from(note.span().fromTime()));
    columns.array("timestamptz", note -> Timestamp.from(note.span().toTime()));
    columns.array("int8", note -> note.span().events());
    columns.array("int8", note -> note.span().failed());
  }
}
