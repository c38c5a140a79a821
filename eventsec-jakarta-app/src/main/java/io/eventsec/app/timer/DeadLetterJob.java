package io.eventsec.app.timer;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.persistence.detection.DeadLetterEvictions;
import io.eventsec.persistence.detection.DeadLetterUsage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;

/** Keeps dead letters within their limits: the oldest go, after it was announced. */
@ApplicationScoped
public class DeadLetterJob implements TimedJob {
  private static final Logger LOG = System.getLogger(DeadLetterJob.class.getName());

  @Inject Settings settings;
  @Inject DeadLetterEvictions evictions;

  @Override
  public String name() {
    return "dead-letters";
  }

  @Override
  public Duration every() {
    return settings.deadLetters().every();
  }

  @Override
  public String run(Turn turn) {
    long announced = 0;
    long evicted = 0;
    for (DeadLetterUsage usage : evictions.usages()) {
      EvictionStep step =
          EvictionStep.next(
              usage, evictions.open(usage.tenant()), settings.deadLetters(), Instant.now());
      if (step instanceof EvictionStep.Announce announce) {
        announce(usage, announce);
        announced++;
      } else if (step instanceof EvictionStep.Withdraw) {
        evictions.end(usage.tenant(), Instant.now());
      } else if (step instanceof EvictionStep.Evict evict) {
        evicted += evict(turn, usage, evict);
      }
      turn.keep();
    }
    return "Announced " + announced + " evictions, evicted " + evicted + " dead letters";
  }

  private void announce(DeadLetterUsage usage, EvictionStep.Announce announce) {
    evictions.announce(usage, Instant.now(), announce.due());
    WorkerMessages.DEAD_LETTERS_WILL_GO.log(
        LOG, usage.tenant().id(), usage.letters(), announce.due());
  }

  private long evict(Turn turn, DeadLetterUsage usage, EvictionStep.Evict evict) {
    long gone = 0;
    int some;
    do {
      some = evictions.evictSome(usage.tenant(), evict.letters(), evict.bytes());
      gone += some;
      turn.keep();
    } while (some > 0);
    if (evict.last()) {
      evictions.end(usage.tenant(), Instant.now());
    }
    if (gone > 0) {
      WorkerMessages.DEAD_LETTERS_GONE.log(LOG, usage.tenant().id(), gone);
    }
    return gone;
  }
}
