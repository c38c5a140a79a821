package io.eventsec.core.memory;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import io.eventsec.core.spi.ReadLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A journal in memory. Keys are remembered for ever, batches until they are truncated. */
public final class InMemoryJournal implements EventJournal {
  private final NavigableMap<JournalPosition, RawBatch> batches = new TreeMap<>();
  private final Map<Key, Kept> receipts = new HashMap<>();
  private long last;

  /** An empty journal. */
  public InMemoryJournal() {}

  @Override
  public synchronized JournalReceipt append(RawBatch batch) {
    Key key = Key.of(batch);
    @Nullable Kept earlier = receipts.get(key);
    if (earlier != null) {
      return earlier.again(batch);
    }
    JournalPosition position = new JournalPosition(++last);
    batches.put(position, batch);
    receipts.put(key, new Kept(position, batch.count(), batch.payload()));
    return new JournalReceipt(position, batch.count(), false);
  }

  @Override
  public synchronized List<JournalEntry> read(JournalPosition after, ReadLimit limit) {
    List<JournalEntry> entries = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<JournalPosition, RawBatch> next : batches.tailMap(after, false).entrySet()) {
      if (entries.size() == limit.batches() || bytes >= limit.bytes()) {
        break;
      }
      entries.add(new JournalEntry(next.getKey(), next.getValue()));
      bytes += next.getValue().payload().length;
    }
    return entries;
  }

  @Override
  public synchronized JournalPosition end() {
    return new JournalPosition(last);
  }

  @Override
  public synchronized int truncate(JournalPosition upTo) {
    Map<JournalPosition, RawBatch> old = batches.headMap(upTo, true);
    int dropped = old.size();
    old.clear();
    return dropped;
  }

  private record Key(Tenant tenant, String source, String batchKey) {
    static Key of(RawBatch batch) {
      EventOrigin origin = batch.origin();
      return new Key(origin.tenant(), origin.source(), batch.batchKey());
    }
  }

  private record Kept(JournalPosition position, int count, byte[] payload) {
    JournalReceipt again(RawBatch batch) {
      if (!Arrays.equals(payload, batch.payload())) {
        throw new IdempotencyConflictException(
            "The batch key '"
                + batch.batchKey()
                + "' of source '"
                + batch.origin().source()
                + "' was used for other content; use a new key for a new batch");
      }
      return new JournalReceipt(position, count, true);
    }
  }
}
