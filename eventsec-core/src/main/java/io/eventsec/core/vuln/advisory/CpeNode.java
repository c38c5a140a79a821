package io.eventsec.core.vuln.advisory;

import java.util.List;

/**
 * A node of a configuration of NVD.
 *
 * @param all true if all of the criteria must be met, false if one is enough
 * @param negate true if the node holds where they are not
 */
public record CpeNode(boolean all, boolean negate, List<CpeCriteria> criteria) {
  /** Copies the list. */
  public CpeNode {
    criteria = List.copyOf(criteria);
  }
}
