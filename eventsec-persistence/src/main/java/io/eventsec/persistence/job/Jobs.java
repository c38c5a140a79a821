package io.eventsec.persistence.job;

import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out jobs so that one node at a time does each. A claim is a lease: whoever does not renew
 * it in time loses it to the next that asks, and can then neither renew nor finish it. All times
 * are measured by the database's clock, which the nodes share. Safe to share between threads.
 *
 * <p>Every method throws {@link io.eventsec.core.spi.StoreUnavailableException} if the database
 * does not answer.
 */
public final class Jobs {
  private static final int LONGEST_TEXT = 2_000;

  private static final String ADD = "insert into jobs (name) values (?) on conflict do nothing";

  private static final String CLAIM =
      """
      update jobs set owner = ?, turn = turn + 1, claimed_at = clock_timestamp(),
        leased_until = clock_timestamp() + ? * interval '1 millisecond'
      where name = ? and due_at <= clock_timestamp()
        and (owner is null or leased_until < clock_timestamp())
      returning turn, failures""";

  /** A lease that has run out is renewed all the same while nobody else has taken it. */
  private static final String RENEW =
      """
      update jobs set leased_until = clock_timestamp() + ? * interval '1 millisecond'
      where name = ? and owner = ? and turn = ?""";

  private static final String RELEASE =
      """
      update jobs set owner = null, leased_until = null, claimed_at = null
      where name = ? and owner = ? and turn = ?""";

  private static final String FINISH =
      """
      update jobs set owner = null, leased_until = null, claimed_at = null,
        started_at = claimed_at, finished_at = clock_timestamp(),
        outcome = ?, report = ?, failure = ?,
        failures = case when ? = 'FAILED' then failures + 1 else 0 end,
        due_at = case when due_at > claimed_at then due_at
          else clock_timestamp() + ? * interval '1 millisecond' end
      where name = ? and owner = ? and turn = ?""";

  /**
   * Who asks while the job is done asks for what comes after it: a moment behind the claim tells
   * the end of the run so.
   */
  private static final String HURRY =
      """
      update jobs set due_at = case when claimed_at is null then least(due_at, clock_timestamp())
        else clock_timestamp() end
      where name = ?""";

  private static final String ALL =
      """
      select name, due_at, case when leased_until >= clock_timestamp() then owner end as owner,
        claimed_at, started_at, finished_at, report, failure, failures
      from jobs order by name""";

  private final Database database;

  /** The jobs of this database. */
  public Jobs(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /** Makes jobs known, due at once; those that are known stay as they are. */
  public void add(List<String> names) {
    database.inTransaction(
        "add jobs",
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (String name : names) {
              insert.setString(1, name);
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  /**
   * Takes a job that is due and that nobody has.
   *
   * @param owner the node
   * @param lease how long it has the job unless it renews it; positive
   * @return empty if the job is not due, somebody else has it, or it is not known
   */
  public Optional<Claim> claim(String job, String owner, Duration lease) {
    return database.inTransaction(
        "claim a job",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setString(1, owner);
            update.setLong(2, positive(lease));
            update.setString(3, job);
            try (ResultSet row = update.executeQuery()) {
              return row.next()
                  ? Optional.of(new Claim(job, owner, row.getLong(1), row.getInt(2)))
                  : Optional.empty();
            }
          }
        });
  }

  /**
   * Keeps a job for longer.
   *
   * @return false if somebody else has taken it: stop
   */
  public boolean renew(Claim claim, Duration lease) {
    return database.inTransaction(
        "renew the lease of a job",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(RENEW)) {
            update.setLong(1, positive(lease));
            claimed(update, 2, claim);
            return update.executeUpdate() == 1;
          }
        });
  }

  /** Gives a job back without having done it; nothing if it is somebody else's by now. */
  public void release(Claim claim) {
    database.inTransaction(
        "release a job",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            claimed(update, 1, claim);
            return update.executeUpdate();
          }
        });
  }

  /**
   * Notes that a job is done.
   *
   * @param report what it did, for people; clipped to 2,000 characters
   * @param next how long until it is due again
   * @return false if somebody else has taken it; nothing is noted then
   */
  public boolean succeeded(Claim claim, String report, Duration next) {
    return finish(claim, "SUCCEEDED", report, null, next);
  }

  /**
   * Notes that a job failed.
   *
   * @param failure why, for people; clipped to 2,000 characters
   * @param next how long until it is tried again
   * @return false if somebody else has taken it; nothing is noted then
   */
  public boolean failed(Claim claim, String failure, Duration next) {
    return finish(claim, "FAILED", null, failure, next);
  }

  /**
   * Makes a job due now; one that is being done is done once more.
   *
   * @return false if it is not known
   */
  public boolean hurry(String job) {
    return database.inTransaction(
        "make a job due",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(HURRY)) {
            update.setString(1, job);
            return update.executeUpdate() == 1;
          }
        });
  }

  /** All jobs by name. */
  public List<JobState> all() {
    return database.inTransaction("look at the jobs", Jobs::all);
  }

  private boolean finish(
      Claim claim,
      String outcome,
      @Nullable String report,
      @Nullable String failure,
      Duration next) {
    return database.inTransaction(
        "note how a job went",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(FINISH)) {
            update.setString(1, outcome);
            update.setString(2, clipped(report));
            update.setString(3, clipped(failure));
            update.setString(4, outcome);
            update.setLong(5, Math.max(0, next.toMillis()));
            claimed(update, 6, claim);
            return update.executeUpdate() == 1;
          }
        });
  }

  private static void claimed(PreparedStatement statement, int first, Claim claim)
      throws SQLException {
    statement.setString(first, claim.job());
    statement.setString(first + 1, claim.owner());
    statement.setLong(first + 2, claim.turn());
  }

  private static long positive(Duration lease) {
    if (lease.toMillis() < 1) {
      throw new IllegalArgumentException("Lease " + lease + ": it must be at least 1 ms");
    }
    return lease.toMillis();
  }

  private static @Nullable String clipped(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String storable = StorableText.of(text);
    return storable.length() <= LONGEST_TEXT ? storable : storable.substring(0, LONGEST_TEXT);
  }

  private static List<JobState> all(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ALL);
        ResultSet row = query.executeQuery()) {
      List<JobState> jobs = new ArrayList<>();
      while (row.next()) {
        jobs.add(state(row));
      }
      return jobs;
    }
  }

  private static JobState state(ResultSet row) throws SQLException {
    Instant claimed = instant(row, "claimed_at");
    Optional<String> owner = Optional.ofNullable(row.getString("owner"));
    return new JobState(
        row.getString("name"),
        row.getTimestamp("due_at").toInstant(),
        owner,
        owner.flatMap(node -> Optional.ofNullable(claimed)),
        run(row),
        row.getInt("failures"));
  }

  private static Optional<JobState.Run> run(ResultSet row) throws SQLException {
    Instant started = instant(row, "started_at");
    Instant finished = instant(row, "finished_at");
    return started == null || finished == null
        ? Optional.empty()
        : Optional.of(
            new JobState.Run(
                started,
                finished,
                Optional.ofNullable(row.getString("report")),
                Optional.ofNullable(row.getString("failure"))));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
