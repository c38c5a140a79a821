package io.eventsec.core.sigma.ast;

import java.util.List;

/** What a search identifier asks of an event. Immutable. */
public sealed interface Search permits Search.AllOf, Search.AnyOf, DetectionItem {

  /** A map: true if all its items are. */
  record AllOf(List<Search> parts) implements Search {
    /** Copies the list. */
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** A list of maps: true if any is. */
  record AnyOf(List<Search> parts) implements Search {
    /** Copies the list. */
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }
}
