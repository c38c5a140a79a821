package io.eventsec.app.ingest;

import java.util.Optional;

/**
 * A document of a bulk call.
 *
 * @param operation what was to be done with it: {@code create}
 * @param index as the sender named it
 * @param id that the sender gave it, if any
 * @param source under which it is kept; empty if it is not
 * @param ordinal its place among those of its source
 */
record BulkItem(
    String operation, String index, Optional<String> id, Optional<String> source, int ordinal) {

  /** One that asks for what events do not allow: they are neither changed nor deleted. */
  static BulkItem refused(String operation, String index, Optional<String> id) {
    return new BulkItem(operation, index, id, Optional.empty(), 0);
  }
}
