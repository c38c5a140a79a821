package io.eventsec.app.api;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingMoveResult;
import io.eventsec.persistence.vulnerability.VexFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts what becomes of a document of VEX. Not thread-safe. */
final class VexTally {
  private static final int MOST_TOLD = 100;

  private final VexDocument document;
  private final Set<VexStatement> matched = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Integer> moved = new TreeMap<>();
  private final List<VexJson.Refused> refused = new ArrayList<>();
  private int refusedCount;
  private int unchanged;
  private int assets;

  VexTally(VexDocument document) {
    this.document = document;
  }

  void asset() {
    assets++;
  }

  void matched(VexStatement statement) {
    matched.add(statement);
  }

  void unchanged() {
    unchanged++;
  }

  void refused(VexFinding finding, FindingStatus to, String why) {
    refusedCount++;
    if (refused.size() < MOST_TOLD) {
      refused.add(
          new VexJson.Refused(
              Long.toString(finding.id()),
              finding.position().subject().vulnerability(),
              Values.name(to),
              why));
    }
  }

  void moved(FindingMove.Target target, FindingMoveResult result, VexFinding finding) {
    if (result instanceof FindingMoveResult.Moved) {
      moved.merge(Values.name(target.status()), 1, Integer::sum);
    } else if (result instanceof FindingMoveResult.Refused no) {
      refused(finding, target.status(), no.why());
    } else {
      refused(finding, target.status(), "Somebody changed it meanwhile. Send the document again.");
    }
  }

  int moved() {
    return moved.values().stream().mapToInt(Integer::intValue).sum();
  }

  VexJson json(Optional<String> next) {
    List<VexJson.Unmatched> unmatched =
        document.statements().stream()
            .filter(statement -> !matched.contains(statement))
            .map(VexTally::unmatched)
            .toList();
    return new VexJson(
        Values.shown(document.source().document()),
        Values.shown(document.source().author()),
        document.statements().size(),
        assets,
        moved,
        unchanged,
        refused,
        refusedCount,
        first(unmatched),
        unmatched.size(),
        first(document.problems()),
        next);
  }

  private static VexJson.Unmatched unmatched(VexStatement statement) {
    return new VexJson.Unmatched(
        Values.shown(statement.vulnerability().id()),
        statement.claim().status().label(),
        Values.shown(
            statement.products().stream()
                .findFirst()
                .map(product -> product.component().label())
                .orElse("")));
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MOST_TOLD, all.size()));
  }
}
