package io.eventsec.cli.follow;

import io.eventsec.cli.tail.Content;
import io.eventsec.cli.tail.Mark;
import io.eventsec.cli.tail.Position;
import io.eventsec.cli.tail.Sample;
import java.io.IOException;

/** Tells by its bytes whether a content is one that was begun before. */
final class Recognition {
  private Recognition() {}

  /** What a content is to a mark. */
  enum Likeness {
    /** It begins with the same bytes and has those that were read last at the same place. */
    SAME,
    /** It begins with the same bytes but ends before that place: a copy that is being written? */
    BEGINNING,
    /** Another one. */
    OTHER
  }

  /**
   * Compares.
   *
   * @throws IOException if the content cannot be read up to the mark
   */
  static Likeness compare(Mark mark, Content content) throws IOException {
    Sample head = Sample.of(content, 0, mark.head().length());
    if (head.length() < mark.head().length()) {
      return head.length() == 0 ? Likeness.OTHER : Likeness.BEGINNING;
    }
    if (!head.equals(mark.head())) {
      return Likeness.OTHER;
    }
    Likeness taken = compare(mark.taken(), content);
    return taken == Likeness.SAME && mark.pending().isPresent()
        ? compare(mark.pending().get(), content)
        : taken;
  }

  private static Likeness compare(Position position, Content content) throws IOException {
    int length = position.tail().length();
    if (length == 0) {
      return Likeness.SAME;
    }
    Sample found = Sample.of(content, position.offset() - length, length);
    if (found.equals(position.tail())) {
      return Likeness.SAME;
    }
    return found.length() < length ? Likeness.BEGINNING : Likeness.OTHER;
  }

  /** True if a content has the last bytes of another one at the same place. */
  static boolean isBeginning(Content part, Content whole) throws IOException {
    long size = part.size();
    int length = (int) Math.min(Sample.MOST, size);
    return size <= whole.size()
        && Sample.of(part, size - length, length).equals(Sample.of(whole, size - length, length));
  }
}
