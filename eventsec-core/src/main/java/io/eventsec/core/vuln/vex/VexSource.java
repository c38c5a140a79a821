package io.eventsec.core.vuln.vex;

import java.time.Instant;
import java.util.Optional;

/**
 * Who said something where and when.
 *
 * @param document its id, as it names itself; may be empty
 * @param author as the document names them; may be empty
 * @param time when it was known to be so; empty if nobody says, and then older than all else
 */
public record VexSource(String document, String author, Optional<Instant> time) {
  /** The author of documents that are made of findings here, unless another is named. */
  public static final String OURS = "EVENTSEC";

  /** True if the document says what this software knew, and nothing that somebody else did. */
  public boolean isOurs() {
    return author.equals(OURS);
  }
}
