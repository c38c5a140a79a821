package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.app.security.Caller;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.detection.DeadLetterFiling;
import io.eventsec.persistence.detection.DeadLetterSelection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes dead letters out and notes who had it done: both or neither. */
@ApplicationScoped
public class DeadLetterFile {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Caller caller;

  /**
   * Removes letters of the caller's tenant.
   *
   * @param selection by which they were found
   * @param action what it is to be called in the audit
   * @return how many were still there
   */
  @Transactional
  public int remove(DeadLetterSelection selection, List<Long> ids, String action) {
    int removed = new DeadLetterFiling(entities).remove(caller.tenant(), ids);
    if (removed > 0) {
      audit.done(action, new AuditObject("dead-letters", ""), details(selection, removed));
    }
    return removed;
  }

  private static Map<String, String> details(DeadLetterSelection selection, int count) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("count", Integer.toString(count));
    selection.stage().ifPresent(stage -> details.put("stage", Values.name(stage)));
    selection.cause().ifPresent(cause -> details.put("cause", cause));
    selection.source().ifPresent(source -> details.put("source", source));
    return details;
  }
}
