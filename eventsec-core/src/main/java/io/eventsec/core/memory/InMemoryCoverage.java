package io.eventsec.core.memory;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.CoverageRow;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.coverage.UntimelySpan;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CoverageLedger;
import io.eventsec.core.spi.CoverageNote;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.UntimelyNote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was evaluated, in memory; see {@link InMemoryDetectionStore#coverage()}. */
public final class InMemoryCoverage implements CoverageLedger {
  private final Map<Tenant, List<CoverageRow>> rows = new HashMap<>();
  private final Map<Tenant, Map<String, RulesInForce>> rules = new HashMap<>();
  private final List<UntimelyNote> untimely = new ArrayList<>();

  InMemoryCoverage() {}

  synchronized void note(DetectionCommit commit) {
    commit.coverage().forEach(this::note);
    untimely.addAll(commit.correlations().untimely());
  }

  private void note(CoverageNote note) {
    String set = note.rules().id();
    rules.computeIfAbsent(note.tenant(), tenant -> new HashMap<>()).put(set, note.rules());
    List<CoverageRow> all = rows.computeIfAbsent(note.tenant(), tenant -> new ArrayList<>());
    for (int i = all.size() - 1; i >= 0; i--) {
      CoverageRow last = all.get(i);
      if (last.source().equals(note.source())) {
        if (last.rules().equals(set) && CoverageLedger.joins(last.span(), note.span())) {
          all.set(i, new CoverageRow(last.source(), set, last.span().and(note.span())));
          return;
        }
        break;
      }
    }
    all.add(new CoverageRow(note.source(), set, note.span()));
  }

  @Override
  public synchronized List<CoverageRow> rows(Tenant tenant, int most) {
    List<CoverageRow> newest = new ArrayList<>(rows.getOrDefault(tenant, List.of()));
    Collections.reverse(newest);
    return List.copyOf(newest.subList(0, Math.min(most, newest.size())));
  }

  @Override
  public synchronized Map<String, Map<String, String>> versions(
      Tenant tenant, Collection<String> ids) {
    Map<String, Map<String, String>> versions = new HashMap<>();
    rules
        .getOrDefault(tenant, Map.of())
        .forEach(
            (set, inForce) ->
                inForce.members().stream()
                    .filter(rule -> ids.contains(rule.id()))
                    .forEach(
                        rule ->
                            versions
                                .computeIfAbsent(rule.id(), id -> new HashMap<>())
                                .put(set, rule.version())));
    return versions;
  }

  @Override
  public synchronized Map<RuleRef, List<UntimelySpan>> untimely(
      Tenant tenant, Collection<RuleRef> asked) {
    Map<RuleRef, List<UntimelySpan>> spans = new HashMap<>();
    for (UntimelyNote note : untimely) {
      if (note.tenant().equals(tenant) && asked.contains(note.rule())) {
        join(spans.computeIfAbsent(note.rule(), rule -> new ArrayList<>()), note);
      }
    }
    return spans;
  }

  private static void join(List<UntimelySpan> spans, UntimelyNote note) {
    CoverageSpan one =
        new CoverageSpan(
            note.position(), note.position(), note.eventTime(), note.eventTime(), 1, 0);
    for (int i = 0; i < spans.size(); i++) {
      UntimelySpan span = spans.get(i);
      boolean known = span.span().from() > 0;
      if (span.source().equals(note.source())
          && span.reason() == note.reason()
          && known == note.position() > 0) {
        spans.set(i, new UntimelySpan(span.source(), span.reason(), span.span().and(one)));
        return;
      }
    }
    spans.add(new UntimelySpan(note.source(), note.reason(), one));
  }
}
