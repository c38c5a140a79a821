package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.vulnerability.FindingDetail;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingMoveResult;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.persistence.vulnerability.Vulnerabilities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The findings, each call in a transaction of its own. */
@ApplicationScoped
public class FindingService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  /** A page of them. */
  @Transactional
  public Page<FindingSummary> page(FindingQuery query) {
    return new Vulnerabilities(entities).findings(query);
  }

  /**
   * One of them.
   *
   * @throws ProblemException 404 if it is not there
   */
  @Transactional
  public FindingDetail find(Tenant tenant, long id) {
    return new Vulnerabilities(entities).finding(tenant, id).orElseThrow(FindingService::missing);
  }

  /**
   * Moves one.
   *
   * @param move of one finding
   * @throws ProblemException 404 if it is not there, 409 if it cannot go there from where it
   *     stands, 412 if somebody was faster, 422 if the owner may not answer for it
   */
  @Transactional
  public FindingDetail change(FindingMove move) {
    FindingMoveResult result = move(move).get(0);
    if (result instanceof FindingMoveResult.Stale stale) {
      throw IfMatch.stale("finding", stale.revision());
    }
    if (result instanceof FindingMoveResult.Refused refused) {
      throw new ProblemException(ProblemKind.CONFLICT, refused.why());
    }
    return find(move.tenant(), result.id());
  }

  /**
   * Moves those that can be moved.
   *
   * @return what became of each
   * @throws ProblemException 422 if the owner may not answer for them
   */
  @Transactional
  public List<FindingMoveResult> move(FindingMove move) {
    List<FindingMoveResult> results;
    try {
      results = new Vulnerabilities(entities).move(move);
    } catch (IllegalArgumentException e) {
      String owner = move.target().terms().map(terms -> terms.owner().toString()).orElse("");
      throw Complaint.problem("owner", owner, e);
    }
    entities.clear();
    results.stream()
        .filter(FindingMoveResult.Moved.class::isInstance)
        .map(FindingMoveResult.Moved.class::cast)
        .forEach(moved -> note(moved, move.target()));
    return results;
  }

  private void note(FindingMoveResult.Moved moved, FindingMove.Target target) {
    audit.done(
        "finding.move",
        new AuditObject("finding", Long.toString(moved.id())),
        Map.of("from", Values.name(moved.from()), "to", Values.name(target.status())));
  }

  static ProblemException missing() {
    return new ProblemException(ProblemKind.NOT_FOUND, "There is no finding of that id.");
  }
}
