package io.eventsec.core.spi;

import io.eventsec.core.ingest.RawBatch;
import java.util.List;

/**
 * The durable, ordered log of raw batches between receivers and readers. Safe to share between
 * threads and, for the real adapters, between nodes.
 *
 * <p>Order: whoever has read up to a position never sees a batch appear at or before it later.
 */
public interface EventJournal {

  /**
   * Keeps the batch. When this returns the batch is on disk; when it throws, the batch may or may
   * not be, and appending it again under the same key is harmless.
   *
   * @throws IdempotencyConflictException if the key was used for other content
   * @throws StoreUnavailableException if the store does not answer; try again later
   */
  JournalReceipt append(RawBatch batch);

  /**
   * The next batches.
   *
   * @return in order; empty at the end
   * @throws StoreUnavailableException if the store does not answer
   */
  List<JournalEntry> read(JournalPosition after, ReadLimit limit);

  /**
   * The position of the last batch, {@link JournalPosition#START} if there has been none.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  JournalPosition end();

  /**
   * Lets go of the batches up to and including a position; the caller answers for it that every
   * reader has passed them. Nothing behind the position is dropped.
   *
   * <p>A journal that keeps batches in segments drops whole ones only: batches that share theirs
   * with later ones, or whose segment is in use just now, stay, can still be read, and are dropped
   * by a later call. Dropping row by row would keep the order too, but leaves a store full of holes
   * behind that somebody must sweep.
   *
   * @return how many batches were dropped
   * @throws StoreUnavailableException if the store does not answer
   */
  int truncate(JournalPosition upTo);
}
