package io.eventsec.persistence.journal;

import io.eventsec.core.retention.RetentionPlan;
import io.eventsec.core.retention.RetentionPlan.Drop;
import io.eventsec.core.retention.RetentionPolicy;
import io.eventsec.core.retention.RetentionReport;
import io.eventsec.core.retention.RetentionReport.Postponed;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.journal.JournalLook.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Drops the journal's old partitions. A partition is held as long as batches may be appended to it
 * or a reader has not passed its last position, whatever the policy says; a reader that has never
 * moved holds all. Safe to share between threads and nodes, and best called by one at a time.
 *
 * <p>Every call is made of transactions of its own and must not be made inside a container's.
 */
public final class JournalRetention {
  private final Database database;
  private final JournalLook look;
  private final PartitionDrop drop;
  private final Set<String> readers;

  /**
   * Retention for the journal in this database.
   *
   * @param readers the names of all readers that the journal is kept for, one or more
   * @throws IllegalArgumentException if there is none: every batch would be free to go
   */
  public JournalRetention(DataSource dataSource, Set<String> readers) {
    if (readers.isEmpty()) {
      throw new IllegalArgumentException(
          "The journal's retention was given no reader; name each one that must have read a batch"
              + " before it goes");
    }
    this.database = new Database(dataSource);
    this.look = new JournalLook(database);
    this.drop = new PartitionDrop(database);
    this.readers = Set.copyOf(readers);
  }

  /**
   * What the policy would drop at that time: the dry run. Items are batches.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public RetentionPlan plan(RetentionPolicy policy, Instant now) {
    return RetentionPlan.of(policy, now, look.segments(standing()));
  }

  /**
   * Drops what the plan says, oldest first, and looks before whether it is held by now. Whoever
   * appends or reads waits a quarter of a second at most for each partition; one that is in use for
   * longer is postponed, and all behind it.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer; what
   *     was dropped until then is dropped
   */
  public RetentionReport apply(RetentionPlan plan) {
    Standing standing = standing();
    Map<String, JournalPartition> partitions =
        look.partitions().stream()
            .collect(Collectors.toMap(JournalPartition::name, partition -> partition));
    List<Drop> dropped = new ArrayList<>();
    List<Postponed> postponed = new ArrayList<>();
    for (Drop next : plan.drops()) {
      Optional<String> obstacle =
          postponed.isEmpty()
              ? obstacle(standing, Optional.ofNullable(partitions.get(next.segment().name())))
              : Optional.of("an older one was postponed");
      if (obstacle.isEmpty()) {
        dropped.add(next);
      } else {
        postponed.add(new Postponed(next.segment(), obstacle.get()));
      }
    }
    return new RetentionReport(dropped, postponed);
  }

  /** Drops it, or says why not. */
  private Optional<String> obstacle(Standing standing, Optional<JournalPartition> partition) {
    if (partition.isEmpty()) {
      return Optional.of("it is no partition of the journal any more");
    }
    Optional<String> held = standing.held(partition.get());
    if (held.isPresent()) {
      return held;
    }
    return switch (drop.drop(partition.get().name())) {
      case DROPPED -> Optional.empty();
      case MISSING -> Optional.of("it is no partition of the journal any more");
      case BUSY -> Optional.of("the journal was in use all the time");
    };
  }

  private Standing standing() {
    return database.inTransaction("look where the journal's readers stand", this::standing);
  }

  private Standing standing(Connection connection) throws SQLException {
    Map<String, JournalPosition> positions = new LinkedHashMap<>();
    readers.forEach(reader -> positions.put(reader, JournalPosition.START));
    try (PreparedStatement query =
            connection.prepareStatement("select reader, position from journal_readers");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        positions.replace(row.getString(1), new JournalPosition(row.getLong(2)));
      }
    }
    return new Standing(PostgresJournal.totals(connection).end(), positions);
  }
}
