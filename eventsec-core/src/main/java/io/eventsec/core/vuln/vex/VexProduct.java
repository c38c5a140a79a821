package io.eventsec.core.vuln.vex;

import java.util.List;

/**
 * What a statement is about: a component wherever it is, or only as a part of products, or
 * installed on them. Immutable and thread-safe.
 *
 * @param component that is affected or not: the product itself, or a subcomponent of it
 * @param within products that have it, all of them at once; empty if it does not matter
 */
public record VexProduct(VexComponent component, List<VexComponent> within) {
  /** Copies the list. */
  public VexProduct {
    within = List.copyOf(within);
  }

  /** A component wherever it is. */
  public static VexProduct of(VexComponent component) {
    return new VexProduct(component, List.of());
  }
}
