package io.eventsec.core.correlate;

import io.eventsec.core.correlate.internal.Correlating;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Evaluates correlations over the events of one tenant. Events may come in any order: each waits
 * until no other can come that happened before it, as far as the lateness allows, and all are taken
 * up in the order in which they happened: by time, then by their place among those of the same
 * instant. So the firings depend on the events alone.
 *
 * <p>A condition is asked for the window that ends with each event that counts, of the length of
 * the timespan, both ends included. An event that lacks a field of {@code group-by}, or the field
 * whose values are counted, doesn't count; one with several values in a field of {@code group-by}
 * counts in the group of each, 32 at most.
 *
 * <p>Not thread-safe. Memory is bounded as {@link CorrelatorOptions} says.
 */
public final class Correlator {
  private final Correlating work;

  private Correlator(Builder builder) {
    this.work =
        new Correlating(
            builder.tenant, builder.rules.plans(), builder.options, builder.tracksChanges);
    this.work.restore(builder.state);
  }

  /** Starts one with {@link CorrelatorOptions#DEFAULT} and nothing to remember. */
  public static Builder builder(Tenant tenant, CorrelationRules rules) {
    return new Builder(tenant, rules);
  }

  /**
   * Takes an event in. To be called for each event, whether rules are true for it or not, since
   * each tells how far its source has come.
   *
   * @param matches the rules that are true for it
   */
  public void add(Event event, List<Match> matches) {
    add(event, matches, 0, Set.of());
  }

  /**
   * The same for an event whose record is kept somewhere, and that some correlations shall not see.
   *
   * @param locator where; firings name it with the event
   * @param closed the ids of those correlations
   */
  public void add(Event event, List<Match> matches, long locator, Set<String> closed) {
    work.add(event, matches, locator, closed);
  }

  /**
   * Takes up what has waited long enough, every source that was ever heard having come so far.
   *
   * @return the firings, in the order in which they happened, those of other latenesses behind
   */
  public List<Firing> release() {
    return work.release(null);
  }

  /**
   * The same, but a source that was last heard too long before that time holds nobody back.
   *
   * @param readUpTo up to when all that was received has been added: the time now if nothing is
   *     left to read, else the time at which the last event added was received
   */
  public List<Firing> release(Instant readUpTo) {
    return work.release(readUpTo);
  }

  /** Takes up all that waits: nothing more will come. */
  public List<Firing> end() {
    return work.end();
  }

  /**
   * The same, firing by firing, for when there may be more of them than fit into memory.
   *
   * @param firings is given each in the order in which they happened, those of other latenesses
   *     behind
   */
  public void end(Consumer<Firing> firings) {
    work.end(firings);
  }

  /** How many events wait. */
  public int pending() {
    return work.pending();
  }

  /** The events that could not be taken up since this was last asked; the last 1,000 of them. */
  public List<UntimelyEvent> takeUntimely() {
    return work.takeUntimely();
  }

  /** What each correlation has done, in the order of {@link CorrelationRules#correlations()}. */
  public List<CorrelationStatistics> statistics() {
    return work.statistics();
  }

  /**
   * The parts of the state that changed since this was last asked. Whoever keeps them all, together
   * with the firings of the {@link #release} before, and makes a correlator of them, has one that
   * goes on from there.
   *
   * @throws IllegalStateException if there are firings that nobody has taken: they would be lost
   */
  public List<StateChange> takeChanges() {
    return work.takeChanges();
  }

  /** Collects what a correlator is made of. Not thread-safe. */
  public static final class Builder {
    private final Tenant tenant;
    private final CorrelationRules rules;
    private CorrelatorOptions options = CorrelatorOptions.DEFAULT;
    private Map<String, byte[]> state = Map.of();
    private boolean tracksChanges;

    private Builder(Tenant tenant, CorrelationRules rules) {
      this.tenant = tenant;
      this.rules = rules;
    }

    /** Sets how long it waits and how much it remembers. */
    public Builder options(CorrelatorOptions value) {
      this.options = value;
      return this;
    }

    /** Lets it remember what changes, for {@link Correlator#takeChanges}. */
    public Builder tracksChanges() {
      this.tracksChanges = true;
      return this;
    }

    /**
     * Sets the state that it goes on from, by the keys of {@link StateChange}. Parts that belong to
     * rules that are not there, or to other versions of them, are dropped.
     */
    public Builder restore(Map<String, byte[]> value) {
      this.state = Map.copyOf(value);
      return this;
    }

    /**
     * Makes it.
     *
     * @throws IllegalArgumentException if the state is damaged or of an unknown version
     */
    public Correlator build() {
      return new Correlator(this);
    }
  }
}
