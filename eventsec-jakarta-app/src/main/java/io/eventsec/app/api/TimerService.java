package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.security.AuditTrail;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Makes timers due, and notes who did it. */
@ApplicationScoped
public class TimerService {
  @Inject AuditTrail audit;
  @Inject Hurry hurry;

  /**
   * Makes one due now. The timers have short transactions of their own: the entry is written first
   * and stays only if the timer became due.
   *
   * @throws ProblemException 404 if it is not known
   */
  @Transactional
  public void run(String name) {
    audit.done("timer.run", new AuditObject("timer", name), Map.of());
    if (!hurry.run(name)) {
      throw TimerResource.missing();
    }
  }

  /** Does it outside the transaction. */
  @ApplicationScoped
  public static class Hurry {
    @Inject Jobs jobs;

    /** False if it is not known. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean run(String name) {
      return jobs.hurry(name);
    }
  }
}
