package io.eventsec.core.intel.match;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Indicators, ready to be found in events. Immutable and thread-safe.
 *
 * <p>The ECS fields of an event are looked up by what they hold: addresses in {@code source.ip} and
 * its like, names in {@code dns.question.name}, {@code url.domain}, {@code tls.client.server_name}
 * and its like, {@code url.full}, {@code email.*.address}, {@code *.hash.*}, {@code file.name}.
 * What {@code related.*} says counts only where no other field says it. A claim counts if it holds
 * at the time of the event, whenever the event is looked at: live and past agree.
 *
 * <p>A million indicators of all kinds take about 150 MiB; see {@code HeapOfIndicators} among the
 * tests.
 */
public final class IndicatorSet {
  /** Nothing is known to be bad. */
  public static final IndicatorSet EMPTY = builder().build();

  private final IndicatorTables tables;
  private final IndicatorSetStatistics statistics;
  private final long secret;

  private IndicatorSet(Builder builder, IndicatorTables tables, IndicatorSetStatistics statistics) {
    this.tables = tables;
    this.statistics = statistics;
    this.secret = builder.secret;
  }

  /** Starts a set of at most two million claims. */
  public static Builder builder() {
    return new Builder(new SecureRandom().nextLong());
  }

  /**
   * The indicators that an event names, in the order of its fields, those for the value itself
   * before those for what it is part of; at most 100.
   */
  public List<IndicatorHit> match(Event event) {
    return tables.isEmpty() ? List.of() : new EventMatching(tables, event, secret).run();
  }

  /** What it holds, and what it left out. */
  public IndicatorSetStatistics statistics() {
    return statistics;
  }

  /** Collects what feeds say. Not thread-safe; may be built once. */
  public static final class Builder implements IndicatorSink {
    private static final int MOST_CLAIMS = 2_000_000;
    private static final int MOST_SIGHTED = 100_000;

    private final long secret;
    private final Key key;
    private final ClaimRecords records;
    private final AddressList added = new AddressList();
    private final Map<String, Long> sightings = new HashMap<>();
    private int mostClaims = MOST_CLAIMS;
    private long leftOut;
    private boolean built;

    private Builder(long secret) {
      this.secret = secret;
      this.key = new Key(secret);
      this.records = new ClaimRecords(new IndicatorKeys(key));
    }

    /**
     * Sets how many claims and withdrawals it takes in; what comes after them is left out and
     * counted.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder mostClaims(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("Most claims " + most + ": use 1 or more");
      }
      mostClaims = most;
      return this;
    }

    @Override
    public void accept(ThreatIndicator claim) {
      if (hasRoom()) {
        added.add(records.add(claim));
      }
    }

    @Override
    public void withdraw(IndicatorWithdrawal withdrawal) {
      if (hasRoom()) {
        added.add(records.add(withdrawal));
      }
    }

    @Override
    public void sighted(IndicatorSighting sighting) {
      if (sightings.containsKey(sighting.id()) || sightings.size() < MOST_SIGHTED) {
        sightings.merge(sighting.id(), sighting.count(), (a, b) -> a + b);
      }
    }

    private void checkNotBuilt() {
      if (built) {
        throw new IllegalStateException("The set was built already; start another builder");
      }
    }

    private boolean hasRoom() {
      checkNotBuilt();
      boolean room = added.size() < mostClaims && records.bytes() < ClaimRecords.MOST_BYTES;
      leftOut += room ? 0 : 1;
      return room;
    }

    /**
     * The set; nothing may be added afterwards.
     *
     * @throws IllegalStateException if it was built before
     */
    public IndicatorSet build() {
      checkNotBuilt();
      built = true;
      records.close();
      IndicatorTables tables = new TableBuilding(records, key).build(added, Map.copyOf(sightings));
      return new IndicatorSet(this, tables, tables.statistics(added.size(), leftOut));
    }
  }
}
