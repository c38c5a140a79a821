package io.eventsec.core.vuln.vex;

import java.util.List;

/**
 * Statements that were published together. Immutable and thread-safe.
 *
 * @param source who published it when, under which id
 * @param statements in the document's order; each has a source of its own, which can be older
 * @param problems what could not be read, each naming value, rule and cure; the statement, or the
 *     product of it, is left out
 */
public record VexDocument(VexSource source, List<VexStatement> statements, List<String> problems) {
  /** Copies the lists. */
  public VexDocument {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }
}
