package io.eventsec.app.worker;

import io.eventsec.persistence.job.Lease;

/**
 * A step of work that one node at a time does. While another has it there is nothing to do; should
 * the lease be lost during a step, the step is the last: what it commits is checked against the
 * reader's position, so that two nodes never both count.
 */
final class LeasedStep implements Loop.Step {
  private final Lease lease;
  private final Loop.Step step;

  LeasedStep(Lease lease, Loop.Step step) {
    this.lease = lease;
    this.step = step;
  }

  @Override
  public Loop.Outcome run() throws InterruptedException {
    return lease.hold() ? step.run() : Loop.Outcome.ELSEWHERE;
  }

  @Override
  public void end() {
    lease.giveUp();
  }
}
