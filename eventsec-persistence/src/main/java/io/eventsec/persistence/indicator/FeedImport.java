package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.internal.Now;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A feed that is being taken in. What it says is written while it is read, in its order; the same
 * feed again changes nothing, so one that was broken off is taken in again. For one thread.
 *
 * <p>Sightings that feeds tell of are left out: whoever tells the same twice would count twice.
 */
public final class FeedImport implements IndicatorSink {
  private static final int A_STEP = 5_000;
  private static final int WITHDRAWALS_A_STEP = 1_000;

  /** After so many the planner is told, and then again after as many times as many. */
  private static final int GROWTH = 4;

  /** Withdrawals that are asked for again at the end, for what older versions come behind them. */
  private static final int MOST_REMEMBERED = 100_000;

  private final Database database;
  private final FeedOptions options;
  private final DefaultValidity validity;
  private final Instant begun = Now.micros();
  private final Map<ByteBuffer, StoredClaim> claims = new LinkedHashMap<>();
  private final List<IndicatorWithdrawal> withdrawals = new ArrayList<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final List<IndicatorWithdrawal> remembered = new ArrayList<>();
  private final ClaimKeys keys = new ClaimKeys();
  private IndicatorChanges changes = IndicatorChanges.NONE;
  private int analyzeAt = A_STEP;

  FeedImport(Database database, FeedOptions options) {
    this.database = database;
    this.options = options;
    this.validity = new DefaultValidity(options, begun);
  }

  /**
   * Takes a claim in.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer; what
   *     was said before may have been written
   */
  @Override
  public void accept(ThreatIndicator claim) {
    if (withdrawn.contains(claim.origin().id())) {
      write();
    }
    StoredClaim given = validity.stored(claim);
    keys.add(given.shortKey());
    claims.merge(
        ByteBuffer.wrap(given.key()), given, (old, next) -> next.isNewerThan(old) ? next : old);
    writeIfMany();
  }

  @Override
  public void withdraw(IndicatorWithdrawal withdrawal) {
    withdrawals.add(withdrawal);
    withdrawn.add(withdrawal.id());
    if (withdrawal.modified().isPresent() && remembered.size() < MOST_REMEMBERED) {
      remembered.add(withdrawal);
    }
    writeIfMany();
  }

  private void writeIfMany() {
    if (claims.size() >= A_STEP || withdrawals.size() >= WITHDRAWALS_A_STEP) {
      write();
    }
  }

  /**
   * Writes what is left.
   *
   * @return what has come of all of it
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public IndicatorChanges finish() {
    write();
    for (int from = 0; from < remembered.size(); from += WITHDRAWALS_A_STEP) {
      int to = Math.min(remembered.size(), from + WITHDRAWALS_A_STEP);
      withdrawals.addAll(remembered.subList(from, to));
      write();
    }
    return changes;
  }

  /**
   * Writes what is left, and takes back what the feed had and was not said now: to be called when
   * it was read to its end. A feed that said nothing takes nothing back.
   *
   * @return what has come of all of it
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public IndicatorChanges finishWhole() {
    finish();
    if (keys.isEmpty()) {
      return changes;
    }
    keys.sort();
    MissingClaims missing = new MissingClaims(database, options, keys);
    List<Long> some = missing.next();
    while (!some.isEmpty()) {
      List<Long> ids = some;
      change(rows -> new IndicatorChanges(0, 0, 0, rows.drop(ids)));
      some = missing.next();
    }
    return changes;
  }

  private void write() {
    if (claims.isEmpty() && withdrawals.isEmpty()) {
      return;
    }
    change(this::write);
    claims.clear();
    withdrawals.clear();
    withdrawn.clear();
    if (changes.added() >= analyzeAt) {
      analyzeAt *= GROWTH;
      database.inTransaction("look how large the indicators are", IndicatorRows::analyze);
    }
  }

  private IndicatorChanges write(IndicatorRows rows) throws SQLException {
    IndicatorChanges put = IndicatorChanges.NONE;
    if (!claims.isEmpty()) {
      put = rows.put(renewed(rows, claims.values()), options.userId());
    }
    return put.plus(new IndicatorChanges(0, 0, 0, rows.withdraw(withdrawals)));
  }

  private List<StoredClaim> renewed(IndicatorRows rows, Collection<StoredClaim> given)
      throws SQLException {
    List<StoredClaim> all = List.copyOf(given);
    if (options.validity().isEmpty()) {
      return all;
    }
    KnownEnds ends = rows.ends(all);
    return all.stream().map(ends::kept).toList();
  }

  private void change(IndicatorRows.Change change) {
    changes =
        changes.plus(
            database.inTransaction(
                "take in indicators of a feed",
                connection ->
                    IndicatorRows.change(
                        connection, options.tenant(), options.feed(), Now.micros(), change)));
  }
}
