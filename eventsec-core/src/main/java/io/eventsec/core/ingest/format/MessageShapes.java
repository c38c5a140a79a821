package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.template.LeadingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The shapes that messages of one program have, in the order in which they are tried. Of hundreds,
 * only those are that may begin with the message's first character. Thread-safe once filled.
 */
final class MessageShapes {
  /** Of ASCII, and one for all others. */
  private static final int BEGINNINGS = 129;

  private final List<MessageShape> all = new ArrayList<>();

  /** By first character; made when the first message comes that has it. */
  private final AtomicReferenceArray<@Nullable Beginning> byFirst =
      new AtomicReferenceArray<>(BEGINNINGS);

  /**
   * The shapes of messages that have one first character.
   *
   * @param untimed those of them that do not begin with a time
   */
  private record Beginning(List<MessageShape> any, List<MessageShape> untimed) {
    static Beginning of(List<MessageShape> any) {
      return new Beginning(
          any, any.stream().filter(shape -> !shape.template().beginsWithTime()).toList());
    }
  }

  /** Adds one, before any message is looked at. */
  void add(MessageShape shape) {
    all.add(shape);
  }

  /** All of them, in order. */
  List<MessageShape> all() {
    return all;
  }

  /** What a message says: the first shape that it has. */
  Optional<FoundMessage> find(String message) {
    LeadingTime leading = new LeadingTime(message);
    for (MessageShape shape : mayBe(leading)) {
      Optional<FoundMessage> found = shape.find(leading);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<MessageShape> mayBe(LeadingTime leading) {
    if (leading.message().isEmpty()) {
      return all;
    }
    Beginning beginning = withFirst(leading.message().charAt(0));
    return leading.isThere() ? beginning.any() : beginning.untimed();
  }

  /** Two threads may make them at once; either will do. */
  private Beginning withFirst(char first) {
    int place = Math.min(first, BEGINNINGS - 1);
    Beginning known = byFirst.get(place);
    if (known == null) {
      known =
          Beginning.of(all.stream().filter(shape -> shape.template().mayBeginWith(first)).toList());
      byFirst.set(place, known);
    }
    return known;
  }
}
