package io.eventsec.app.api;

import io.eventsec.app.advisory.FindingUpdates;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.security.AuditTrail;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.vulnerability.AdvisorySources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Accepts sources as they have become, and notes who did it. */
@ApplicationScoped
public class AdvisorySourceService {
  @Inject AuditTrail audit;
  @Inject Acceptance acceptance;

  /**
   * Accepts one. The sources have short transactions of their own: the entry is written first and
   * stays only if it was accepted.
   *
   * @throws ProblemException 404 if none of that name is held back or unreadable
   */
  @Transactional
  public void accept(String name) {
    audit.done("advisory-source.accept", new AuditObject("advisory-source", name), Map.of());
    if (!acceptance.accept(name)) {
      throw AdvisorySourceResource.missing();
    }
  }

  /** Does it outside the transaction. */
  @ApplicationScoped
  public static class Acceptance {
    @Inject AdvisorySources sources;
    @Inject Jobs jobs;

    /** False if there is nothing to accept. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean accept(String name) {
      boolean accepted = sources.accept(name);
      if (accepted) {
        jobs.hurry(FindingUpdates.JOB);
      }
      return accepted;
    }
  }
}
