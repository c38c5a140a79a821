package io.eventsec.app.api;

import io.eventsec.app.config.Settings;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.vulnerability.DigestTime;
import io.eventsec.persistence.vulnerability.DigestTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** When a tenant is told what was found, each call in a transaction of its own. */
@ApplicationScoped
public class DigestTimeService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Settings settings;

  /** When it is told. */
  @Transactional
  public DigestTimeJson find(Tenant tenant) {
    DigestTimes.Said said = new DigestTimes(entities).find(tenant);
    return DigestTimeJson.of(
        said.time().orElse(settings.findings().digest()), said.time().isEmpty(), said.revision());
  }

  /**
   * Sets it.
   *
   * @param time empty for the installation's
   * @param expected the revision that the caller saw
   * @throws ProblemException 412 if somebody was faster
   */
  @Transactional
  public DigestTimeJson say(Tenant tenant, Optional<DigestTime> time, int expected) {
    DigestTimes times = new DigestTimes(entities);
    DigestTimes.Said before = times.find(tenant);
    if (!times.say(tenant, time, expected)) {
      throw IfMatch.stale("time", before.revision());
    }
    audit.done(
        "digest-time.set",
        new AuditObject("digest-time", tenant.id()),
        Map.of("from", shown(before.time()), "to", shown(time)));
    return find(tenant);
  }

  private static String shown(Optional<DigestTime> time) {
    return time.map(one -> one.hour() + ":00 " + one.place()).orElse("installation");
  }
}
