package io.eventsec.core.coverage;

import io.eventsec.core.correlate.UntimelyEvent.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a rule has seen and what it has not. Rows of the ledger that follow each other
 * are one span where they differ in nothing that concerns the rule.
 *
 * @param covered by source, what it saw when it came; newest first
 * @param gaps what it did not see; newest first
 */
public record RuleCoverage(List<Covered> covered, List<Gap> gaps) {
  /** Copies the lists. */
  public RuleCoverage {
    covered = List.copyOf(covered);
    gaps = List.copyOf(gaps);
  }

  /**
   * What a rule saw when it came.
   *
   * @param source what it was sent under
   * @param span which events
   */
  public record Covered(String source, CoverageSpan span) {}

  /** Computes it. */
  public static RuleCoverage of(CoverageFacts facts) {
    Computation computation = new Computation(facts);
    Map<String, List<CoverageRow>> bySource = new TreeMap<>();
    facts
        .rows()
        .forEach(row -> bySource.computeIfAbsent(row.source(), s -> new ArrayList<>()).add(row));
    bySource.forEach(computation::source);
    facts.untimely().forEach(computation::untimely);
    return computation.result();
  }

  /** True if nothing is to be done: the rule has seen all that it can see. */
  public boolean isWhole() {
    return gaps.stream().noneMatch(Gap::isReevaluable);
  }

  private static final class Computation {
    private final CoverageFacts facts;
    private final GapCut cut;
    private final List<Covered> covered = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    Computation(CoverageFacts facts) {
      this.facts = facts;
      this.cut = new GapCut(facts.reevaluated(), facts.kept());
    }

    void source(String source, List<CoverageRow> rows) {
      rows.sort(Comparator.comparingLong(row -> row.span().from()));
      Optional<GapReason> reason = Optional.empty();
      @Nullable CoverageSpan span = null;
      for (CoverageRow row : rows) {
        Optional<GapReason> next = reason(row);
        if (span != null && next.equals(reason)) {
          span = span.and(row.span());
        } else {
          add(source, reason, span);
          reason = next;
          span = row.span();
        }
        if (next.isEmpty() && row.span().failed() > 0) {
          failed(source, row.span());
        }
      }
      add(source, reason, span);
    }

    private Optional<GapReason> reason(CoverageRow row) {
      String version = facts.versions().get(row.rules());
      if (version == null) {
        return Optional.of(GapReason.ABSENT);
      }
      return version.equals(facts.rule().version())
          ? Optional.empty()
          : Optional.of(GapReason.VERSION);
    }

    private void add(String source, Optional<GapReason> reason, @Nullable CoverageSpan span) {
      if (span == null) {
        return;
      }
      if (reason.isEmpty()) {
        covered.add(new Covered(source, span));
      } else {
        gaps.addAll(cut.of(source, reason.get(), span));
      }
    }

    private void failed(String source, CoverageSpan span) {
      CoverageSpan broken =
          new CoverageSpan(
              span.from(), span.to(), span.fromTime(), span.toTime(), span.failed(), span.failed());
      gaps.addAll(cut.of(source, GapReason.FAILED, broken));
    }

    void untimely(UntimelySpan untimely) {
      GapReason reason = untimely.reason() == Reason.LATE ? GapReason.LATE : GapReason.AHEAD;
      if (untimely.span().from() < 1) {
        gaps.add(new Gap(untimely.source(), reason, GapState.GONE, untimely.span()));
      } else {
        gaps.addAll(cut.of(untimely.source(), reason, untimely.span()));
      }
    }

    RuleCoverage result() {
      covered.sort(
          Comparator.comparingLong((Covered part) -> part.span().to())
              .reversed()
              .thenComparing(Covered::source));
      gaps.sort(
          Comparator.comparingLong((Gap gap) -> gap.span().to())
              .reversed()
              .thenComparing(Gap::source)
              .thenComparing(Gap::reason));
      return new RuleCoverage(covered, gaps);
    }
  }
}
