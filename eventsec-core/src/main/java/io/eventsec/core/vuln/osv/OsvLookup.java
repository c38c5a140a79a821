package io.eventsec.core.vuln.osv;

import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import java.util.List;

/**
 * What a server said of packages.
 *
 * @param library all records about them
 * @param asked how many packages it was asked about
 * @param problems what was left out, and why; empty if nothing was
 */
public record OsvLookup(AdvisoryLibrary library, int asked, List<String> problems) {
  /** Copies the list. */
  public OsvLookup {
    problems = List.copyOf(problems);
  }
}
