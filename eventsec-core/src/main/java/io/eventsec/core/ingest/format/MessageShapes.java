package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.template.LeadingTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The shapes that messages of one program have, in the order in which they are tried. Immutable.
 */
final class MessageShapes {
  static final MessageShapes NONE = new MessageShapes(List.of());

  private final List<MessageShape> all;
  private final ShapeIndex index;

  MessageShapes(List<MessageShape> all) {
    this.all = List.copyOf(all);
    this.index = new ShapeIndex(all.stream().map(MessageShape::template).toList());
  }

  /** All of them, in order. */
  List<MessageShape> all() {
    return all;
  }

  /** What a message says: the first shape that it has. */
  Optional<FoundMessage> find(String message) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    LeadingTime leading = new LeadingTime(message);
    BitSet perhaps = index.of(message);
    for (int i = perhaps.nextSetBit(0); i >= 0; i = perhaps.nextSetBit(i + 1)) {
      Optional<FoundMessage> found = all.get(i).find(leading);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
