package io.eventsec.cli.tail;

import java.util.Optional;

/**
 * What is remembered of a file.
 *
 * @param origin what its records are numbered under, given once when it was first seen
 * @param begun when it was first seen, milliseconds since 1970
 * @param path where it was last seen
 * @param key where it is on the disk
 * @param head its first bytes, as many as were there, at most {@link Sample#MOST}
 * @param taken up to where the server has it
 * @param pending the end of the batch that was about to be sent; if that is sent again it ends at
 *     the same place
 */
public record Mark(
    String origin,
    long begun,
    String path,
    FileKey key,
    Sample head,
    Position taken,
    Optional<Position> pending) {

  /** The same file, seen there. */
  public Mark seenAt(String otherPath, FileKey otherKey) {
    return new Mark(origin, begun, otherPath, otherKey, head, taken, pending);
  }

  /** With more of its first bytes. */
  public Mark withHead(Sample longer) {
    return new Mark(origin, begun, path, key, longer, taken, pending);
  }

  /** About to send what is before that place. */
  public Mark sending(Position end) {
    return new Mark(origin, begun, path, key, head, taken, Optional.of(end));
  }

  /** Taken up to there. */
  public Mark takenTo(Position end) {
    return new Mark(origin, begun, path, key, head, end, Optional.empty());
  }
}
