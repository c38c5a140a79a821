package io.eventsec.core.vuln.advisory;

import java.util.List;

/**
 * What must be together on a machine for it to be vulnerable: a configuration of NVD.
 *
 * @param all true if all nodes must hold (a product running on another), false if one is enough
 * @param negate true if it holds where they do not
 */
public record CpeConfiguration(boolean all, boolean negate, List<CpeNode> nodes) {
  /** Copies the list. */
  public CpeConfiguration {
    nodes = List.copyOf(nodes);
  }
}
