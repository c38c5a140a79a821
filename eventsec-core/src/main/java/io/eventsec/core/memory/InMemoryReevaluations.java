package io.eventsec.core.memory;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.ReevaluatedRange;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReevaluationCommit;
import io.eventsec.core.spi.ReevaluationStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Re-evaluations in memory; see {@link InMemoryDetectionStore#reevaluations()}. */
public final class InMemoryReevaluations implements ReevaluationStore {
  private final InMemoryDetectionStore store;
  private final Map<UUID, Kept> all = new LinkedHashMap<>();

  /** One that was asked for; the reason if it failed. */
  private record Kept(Reevaluation reevaluation, boolean open, Optional<String> failure) {}

  InMemoryReevaluations(InMemoryDetectionStore store) {
    this.store = store;
  }

  /** Asks for one. */
  public synchronized Reevaluation request(Tenant tenant, RuleRef rule, List<SourceRange> ranges) {
    Reevaluation asked = new Reevaluation(UUID.randomUUID(), tenant, rule, ranges, 0);
    all.put(asked.id(), new Kept(asked, true, Optional.empty()));
    return asked;
  }

  /** Why one failed; empty if it has not. */
  public synchronized Optional<String> failure(UUID id) {
    return Optional.ofNullable(all.get(id)).flatMap(Kept::failure);
  }

  @Override
  public synchronized Optional<Reevaluation> next() {
    return all.values().stream().filter(Kept::open).map(Kept::reevaluation).findFirst();
  }

  @Override
  public synchronized List<Alert> commit(ReevaluationCommit commit) {
    Reevaluation of = commit.of();
    Kept kept = all.get(of.id());
    if (kept == null || !kept.open() || kept.reevaluation().position() != of.position()) {
      throw new PositionConflictException(
          "The re-evaluation "
              + of.id()
              + " does not stand at "
              + of.position()
              + " any more: somebody else goes on with it");
    }
    List<Alert> raised =
        store.raise(commit.alerts(), commit.repeats(), commit.noise(), commit.risk());
    Reevaluation now =
        new Reevaluation(of.id(), of.tenant(), of.rule(), of.ranges(), commit.position());
    all.put(of.id(), new Kept(now, now.position() < now.last(), Optional.empty()));
    return raised;
  }

  @Override
  public synchronized void fail(Reevaluation reevaluation, String reason) {
    all.computeIfPresent(
        reevaluation.id(),
        (id, kept) ->
            kept.open() ? new Kept(kept.reevaluation(), false, Optional.of(reason)) : kept);
  }

  @Override
  public synchronized Map<RuleRef, List<ReevaluatedRange>> ranges(
      Tenant tenant, Collection<RuleRef> rules) {
    Map<RuleRef, List<ReevaluatedRange>> ranges = new HashMap<>();
    for (Kept kept : all.values()) {
      Reevaluation of = kept.reevaluation();
      if (of.tenant().equals(tenant) && rules.contains(of.rule())) {
        List<ReevaluatedRange> known = ranges.computeIfAbsent(of.rule(), rule -> new ArrayList<>());
        of.ranges()
            .forEach(range -> known.add(new ReevaluatedRange(range, of.position(), kept.open())));
      }
    }
    return ranges;
  }
}
