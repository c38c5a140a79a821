package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.coverage.NewReevaluation;
import io.eventsec.persistence.coverage.ReevaluationRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Takes in what is asked to be re-evaluated, and notes who asked. */
@ApplicationScoped
public class ReevaluationService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  /**
   * Takes one in.
   *
   * @return false if another one of the rule is open; nothing was written
   */
  @Transactional
  public boolean request(NewReevaluation asked) {
    if (new ReevaluationRequests(entities).add(asked).isEmpty()) {
      return false;
    }
    long from = asked.ranges().stream().mapToLong(SourceRange::from).min().orElse(0);
    long to = asked.ranges().stream().mapToLong(SourceRange::to).max().orElse(0);
    audit.done(
        "rule.reevaluate",
        new AuditObject("rule", asked.rule().id()),
        Map.of(
            "version", asked.rule().version(),
            "ranges", Integer.toString(asked.ranges().size()),
            "fromPosition", Long.toString(from),
            "toPosition", Long.toString(to)));
    return true;
  }
}
