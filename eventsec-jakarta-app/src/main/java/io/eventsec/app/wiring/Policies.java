package io.eventsec.app.wiring;

import io.eventsec.app.log.StartMessages;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.persistence.policy.PolicyReader;
import io.eventsec.persistence.policy.PolicySnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;

/** What tenants have decided about the rules, looked at again every second. */
@ApplicationScoped
public class Policies {
  private static final Logger LOG = System.getLogger(Policies.class.getName());
  private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();
  private static final PolicySnapshot NOTHING_READ =
      new PolicySnapshot(-1, RulePolicies.NONE, List.of());

  @Inject PolicyReader reader;

  private PolicySnapshot snapshot = NOTHING_READ;
  private long lookedAt;

  /**
   * What held a second ago or later.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public synchronized RulePolicies current() {
    return snapshot == NOTHING_READ || System.nanoTime() - lookedAt >= LOOK_EVERY
        ? now()
        : snapshot.policies();
  }

  /**
   * What holds now.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public synchronized RulePolicies now() {
    long looked = System.nanoTime();
    reader.readIfOther(snapshot.revision()).ifPresent(this::take);
    lookedAt = looked;
    return snapshot.policies();
  }

  private void take(PolicySnapshot other) {
    other.unreadable().forEach(problem -> StartMessages.EXCEPTION_LEFT_OUT.log(LOG, problem));
    snapshot = other;
  }
}
