package io.eventsec.persistence.job;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * This node's hold on a job that never ends: claimed when it can be had, renewed when a third of
 * its time has passed. While the database cannot be asked the job is not ours. For one thread.
 */
public final class Lease {
  private final Jobs jobs;
  private final String job;
  private final String node;
  private final Duration length;
  private final LongSupplier nanoTime;
  private Optional<Claim> claim = Optional.empty();
  private long since;

  /**
   * A hold on nothing yet.
   *
   * @param node who holds it
   * @param length how long the job is ours without being renewed
   */
  public Lease(Jobs jobs, String job, String node, Duration length) {
    this(jobs, job, node, length, System::nanoTime);
  }

  Lease(Jobs jobs, String job, String node, Duration length, LongSupplier nanoTime) {
    this.jobs = jobs;
    this.job = job;
    this.node = node;
    this.length = length;
    this.nanoTime = nanoTime;
  }

  /**
   * Claims or renews the job where that is needed.
   *
   * @return true if this node has it now
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database has to be asked and does
   *     not answer; the job is not ours then
   */
  public boolean hold() {
    long now = nanoTime.getAsLong();
    if (claim.isPresent() && now - since < length.toNanos() / 3) {
      return true;
    }
    boolean renewed = claim.isPresent() && jobs.renew(claim.get(), length);
    if (!renewed) {
      claim = jobs.claim(job, node, length);
    }
    // From before the database was asked: the lease began after that.
    since = now;
    return claim.isPresent();
  }

  /** Gives it back, so that another node need not wait for its end. */
  public void giveUp() {
    Optional<Claim> mine = claim;
    claim = Optional.empty();
    mine.ifPresent(jobs::release);
  }
}
