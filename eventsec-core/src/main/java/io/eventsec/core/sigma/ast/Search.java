package io.eventsec.core.sigma.ast;

import java.util.List;
import java.util.stream.Stream;

/** What a search identifier asks of an event. Immutable. */
public sealed interface Search permits Search.AllOf, Search.AnyOf, DetectionItem {

  /** Every detection item in it, in the order written. */
  Stream<DetectionItem> items();

  /** A map: true if all its items are. */
  record AllOf(List<Search> parts) implements Search {
    /** Copies the list. */
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<DetectionItem> items() {
      return parts.stream().flatMap(Search::items);
    }
  }

  /** A list of maps: true if any is. */
  record AnyOf(List<Search> parts) implements Search {
    /** Copies the list. */
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<DetectionItem> items() {
      return parts.stream().flatMap(Search::items);
    }
  }
}
