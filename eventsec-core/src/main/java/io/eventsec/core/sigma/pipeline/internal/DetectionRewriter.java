package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does a change to every detection item that a processing item is about. What is empty afterwards
 * goes, and with it what the conditions say of it.
 */
final class DetectionRewriter {
  private final RuleRun run;
  private final ProcessingItem step;

  DetectionRewriter(RuleRun run, ProcessingItem step) {
    this.run = run;
    this.step = step;
  }

  /** What is to stand in an item's place. */
  @FunctionalInterface
  interface Change {
    /**
     * The search to put there: the very same item if nothing is changed, nothing to drop it.
     *
     * @throws RuleFault if the rule can't be run then
     */
    Optional<Search> change(ItemInRun item, ProcessingItem step) throws RuleFault;
  }

  SigmaDetection rewrite(SigmaDetection detection, Change change) throws RuleFault {
    Map<String, Search> searches = new LinkedHashMap<>();
    for (Map.Entry<String, Search> entry : detection.searches().entrySet()) {
      search(entry.getValue(), change).ifPresent(search -> searches.put(entry.getKey(), search));
    }
    if (searches.size() == detection.searches().size()) {
      return new SigmaDetection(searches, detection.conditions());
    }
    List<Condition> conditions =
        new ConditionPruner(searches.keySet()).pruned(detection.conditions());
    if (conditions.isEmpty()) {
      throw new RuleFault(
          "Nothing is left of the rule's condition once items are dropped",
          "Drop fewer, or refuse the rule with a 'rule_failure'");
    }
    return new SigmaDetection(searches, conditions);
  }

  private Optional<Search> search(Search search, Change change) throws RuleFault {
    if (search instanceof Search.AllOf all) {
      List<Search> parts = parts(all.parts(), change);
      return parts.isEmpty() ? Optional.empty() : Optional.of(new Search.AllOf(parts));
    }
    if (search instanceof Search.AnyOf any) {
      List<Search> parts = parts(any.parts(), change);
      return parts.isEmpty() ? Optional.empty() : Optional.of(new Search.AnyOf(parts));
    }
    return item((DetectionItem) search, change);
  }

  private List<Search> parts(List<Search> parts, Change change) throws RuleFault {
    List<Search> kept = new ArrayList<>();
    for (Search part : parts) {
      search(part, change).ifPresent(kept::add);
    }
    return kept;
  }

  private Optional<Search> item(DetectionItem item, Change change) throws RuleFault {
    ItemInRun subject = new ItemInRun(item, run);
    if (!step.isAbout(subject)) {
      return Optional.of(item);
    }
    Optional<Search> changed = change.change(subject, step);
    changed.stream()
        .flatMap(Search::items)
        .filter(after -> after != item)
        .forEach(after -> run.noteChange(item, after, step.id()));
    return changed;
  }
}
