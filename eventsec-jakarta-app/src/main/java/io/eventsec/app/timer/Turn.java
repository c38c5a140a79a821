package io.eventsec.app.timer;

import io.eventsec.persistence.job.Claim;
import io.eventsec.persistence.job.Jobs;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The right to do a job now. For one thread. */
public final class Turn {
  private final Jobs jobs;
  private final Claim claim;
  private final Duration lease;
  private final LongSupplier nanoTime;
  private long since;

  Turn(Jobs jobs, Claim claim, Duration lease, LongSupplier nanoTime) {
    this.jobs = jobs;
    this.claim = claim;
    this.lease = lease;
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
  }

  /**
   * To be called between the parts of longer work: renews the lease when a third of it has passed.
   *
   * @throws LostTurnException if another node has taken the job: what is left is not ours to do
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public void keep() {
    long now = nanoTime.getAsLong();
    if (now - since < lease.toNanos() / 3) {
      return;
    }
    if (!jobs.renew(claim, lease)) {
      throw new LostTurnException(claim.job());
    }
    since = now;
  }
}
