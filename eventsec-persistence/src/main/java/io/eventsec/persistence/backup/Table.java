package io.eventsec.persistence.backup;

import java.util.List;

/**
 * A table and the columns that are copied, in their order.
 *
 * @param name its name
 * @param columns all but those that the database computes
 */
record Table(String name, List<String> columns) {
  /** Its rows, as PostgreSQL writes them. */
  String copyOut() {
    // By a query, because the journal is partitioned and has no rows of its own.
    return "copy (select " + list() + " from " + quoted(name) + ") to stdout " + FORM;
  }

  /** The same rows, as PostgreSQL reads them. */
  String copyIn() {
    return "copy " + quoted(name) + " (" + list() + ") from stdin " + FORM;
  }

  /** Text: other versions and other machines read it too, and so do people. */
  private static final String FORM = "with (format text, encoding 'UTF8')";

  private String list() {
    return String.join(", ", columns.stream().map(Table::quoted).toList());
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
