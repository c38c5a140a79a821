package io.eventsec.core.coverage;

/**
 * Events of a source that a rule has not seen when they came.
 *
 * @param source what they were sent under
 * @param reason why not
 * @param state what can be done, and what has been
 * @param span which events; if it is a part of a row of the ledger, its times and count are those
 *     of the row, which holds the part's within
 */
public record Gap(String source, GapReason reason, GapState state, CoverageSpan span) {

  /** True if the rule can be run over it now. */
  public boolean isReevaluable() {
    return state == GapState.OPEN && reason != GapReason.WAITING;
  }

  /** The batches. */
  public SourceRange range() {
    return new SourceRange(source, span.from(), span.to());
  }
}
