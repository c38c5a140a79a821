package io.eventsec.core.ingest;

import io.eventsec.core.event.EventOrigin;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raw events as a sender gave them: newline-delimited records, not yet looked at. This is what the
 * journal keeps.
 *
 * <p>Records are separated by {@code \n} (a {@code \r} before it is not part of the record); blank
 * ones are no events and have no index. The payload is not copied: whoever made the batch leaves it
 * alone afterwards.
 *
 * @param origin where it came from
 * @param batchKey the idempotency key: the same key from the same tenant and source is the same
 *     batch
 * @param format the name of an {@link EventFormat}, or {@link #AUTO}
 * @param receivedAt when it was received
 * @param payload the records, not compressed
 * @param count how many records there are, blank ones left out
 * @param correlation the exchange that brought it; empty if it came otherwise. When it was received
 *     and by which exchange makes no other batch of it: batches that differ in nothing else are
 *     equal
 */
public record RawBatch(
    EventOrigin origin,
    String batchKey,
    String format,
    Instant receivedAt,
    byte[] payload,
    int count,
    Optional<Correlation> correlation) {
  /** Let each record's look decide its format. */
  public static final String AUTO = "auto";

  /** A batch that no exchange brought. */
  public RawBatch(
      EventOrigin origin,
      String batchKey,
      String format,
      Instant receivedAt,
      byte[] payload,
      int count) {
    this(origin, batchKey, format, receivedAt, payload, count, Optional.empty());
  }

  /**
   * Records that were not sent as a batch, such as those of a file: the key of their origin is the
   * batch's, and each record's look decides its format.
   */
  public static RawBatch of(EventOrigin origin, Instant receivedAt, byte[] payload) {
    return new RawBatch(origin, origin.key(), AUTO, receivedAt, payload, NdJson.count(payload));
  }

  /** The same, brought by that exchange. */
  public RawBatch with(Correlation exchange) {
    return new RawBatch(
        origin, batchKey, format, receivedAt, payload, count, Optional.of(exchange));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawBatch that
        && origin.equals(that.origin)
        && batchKey.equals(that.batchKey)
        && format.equals(that.format)
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return batchKey.hashCode();
  }

  @Override
  public String toString() {
    return "RawBatch[" + origin + ", " + batchKey + ", " + count + " records]";
  }
}
