package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingMoveResult;
import io.eventsec.persistence.vulnerability.Vulnerabilities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Moves the findings of an asset as a document says, each call in a transaction of its own. */
@ApplicationScoped
public class VexMoves {
  private static final int LONGEST_ID = 200;

  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  /**
   * Moves those that can be moved. Their history names the document.
   *
   * @return what became of each, in the order of the moves
   */
  @Transactional
  public List<FindingMoveResult> move(List<FindingMove> moves) {
    List<FindingMoveResult> results = new ArrayList<>();
    for (FindingMove move : moves) {
      results.addAll(new Vulnerabilities(entities).move(move));
      entities.clear();
    }
    return results;
  }

  /** Notes that somebody applied a document: one row, however many findings it moved. */
  @Transactional
  public void note(VexDocument document, int moved) {
    String id = Values.shown(document.source().document());
    audit.done(
        "finding.vex",
        new AuditObject(
            "vex-document",
            id.isEmpty() ? "unnamed" : id.substring(0, Math.min(LONGEST_ID, id.length()))),
        Map.of("moved", Integer.toString(moved)));
  }
}
