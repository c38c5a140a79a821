package io.eventsec.app.security;

import io.eventsec.app.log.CorrelationId;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.audit.AuditEntry;
import io.eventsec.persistence.audit.AuditLog;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.audit.AuditOutcome;
import io.eventsec.persistence.audit.AuditQuery;
import io.eventsec.persistence.audit.AuditRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * Notes what people do, and what sensors say of assets, in the transaction in which they do it:
 * both are there or neither.
 */
@ApplicationScoped
public class AuditTrail {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject Caller caller;
  @Inject HttpServletRequest request;

  /**
   * Notes that the caller of this request has done something.
   *
   * @param action what, as words between dots: {@code incident.create}
   * @param details more, by name; no secrets
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void done(String action, AuditObject object, Map<String, String> details) {
    Caller.Actor actor = caller.actor();
    new AuditLog(entities)
        .append(
            new AuditEntry(
                caller.tenant(),
                actor.user(),
                actor.name(),
                action,
                object,
                AuditOutcome.DONE,
                request.getRemoteAddr(),
                CorrelationId.current().map(CorrelationId::value).orElse(""),
                details));
  }

  /**
   * A page of what was noted, newest first.
   *
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  @Transactional
  public Page<AuditRecord> page(AuditQuery query) {
    return new AuditLog(entities).page(query);
  }
}
