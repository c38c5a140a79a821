package io.eventsec.core.coverage;

/**
 * A row of the ledger: all batches of a source between two positions were evaluated by these rules.
 *
 * @param source what the batches were sent under
 * @param rules the id of the {@link RulesInForce}
 * @param span which batches
 */
public record CoverageRow(String source, String rules, CoverageSpan span) {}
