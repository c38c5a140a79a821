package io.eventsec.app.enrich;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.match.IndicatorSet;
import io.eventsec.persistence.indicator.IndicatorLoader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The indicators of each tenant as this node matches them: immutable sets, made anew when the
 * tenant's revision is another one, and swapped as a whole. Safe to share between threads.
 */
@ApplicationScoped
public class IndicatorSets {
  private static final Logger LOG = System.getLogger(IndicatorSets.class.getName());

  /** A set that took so long to make is not made again before so many times as long. */
  private static final int REST = 10;

  @Inject IndicatorLoader loader;
  @Inject Settings settings;

  private final Map<Tenant, Loaded> sets = new ConcurrentHashMap<>();
  private volatile Optional<Instant> looked = Optional.empty();

  /**
   * A set and what is known of it.
   *
   * @param revision of the tenant's indicators as it was made
   * @param set the indicators
   * @param kinds how many claims of each kind were read
   * @param at when it was made
   * @param took how long that took
   */
  public record Loaded(
      long revision,
      IndicatorSet set,
      Map<IndicatorKind, Integer> kinds,
      Instant at,
      Duration took) {
    private boolean rests(Instant now) {
      return now.isBefore(at.plus(took.multipliedBy(REST)));
    }
  }

  /** What the tenant knows now; asked for each event. */
  IndicatorSet of(Tenant tenant) {
    Loaded loaded = sets.get(tenant);
    return loaded == null ? IndicatorSet.EMPTY : loaded.set();
  }

  /** Those that are loaded. */
  public List<Loaded> loaded() {
    return List.copyOf(sets.values());
  }

  /** When it was last seen that they are as the database has them; empty before the first time. */
  public Optional<Instant> lookedAt() {
    return looked;
  }

  /**
   * Looks whether indicators have changed, and makes the sets anew that have; those that took long
   * to make after a while.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer; what
   *     was known stays in force
   */
  public void refresh() {
    refresh(true);
  }

  /**
   * Makes all sets anew that have changed, so that what is matched from now on is what was known
   * before the call.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public void refreshNow() {
    refresh(false);
  }

  private synchronized void refresh(boolean patient) {
    if (!settings.enrichment().stages().indicators()) {
      return;
    }
    Instant now = Instant.now();
    Map<Tenant, Long> revisions = loader.revisions();
    sets.keySet().retainAll(revisions.keySet());
    boolean all = true;
    for (Map.Entry<Tenant, Long> wanted : revisions.entrySet()) {
      Loaded known = sets.get(wanted.getKey());
      if (known != null && known.revision() == wanted.getValue()) {
        continue;
      }
      if (patient && known != null && known.rests(now)) {
        all = false;
        continue;
      }
      sets.put(wanted.getKey(), load(wanted.getKey(), wanted.getValue()));
    }
    if (all) {
      looked = Optional.of(now);
    }
  }

  private Loaded load(Tenant tenant, long revision) {
    long start = System.nanoTime();
    int most = settings.enrichment().indicators();
    IndicatorSet.Builder building = IndicatorSet.builder().mostClaims(most);
    Map<IndicatorKind, Integer> kinds = new EnumMap<>(IndicatorKind.class);
    loader.load(
        tenant,
        claim -> {
          building.accept(claim);
          kinds.merge(claim.indicator().kind(), 1, (a, b) -> a + b);
        });
    IndicatorSet set = building.build();
    if (set.statistics().leftOut() > 0) {
      WorkerMessages.INDICATORS_LEFT_OUT.log(LOG, set.statistics().leftOut(), tenant.id());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Loaded(revision, set, Map.copyOf(kinds), Instant.now(), took);
  }
}
