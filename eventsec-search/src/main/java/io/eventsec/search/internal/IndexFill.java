package io.eventsec.search.internal;

import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.DamagedBackupException;
import io.eventsec.core.spi.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills a data stream from the files of its indexes. Not thread-safe. */
public final class IndexFill {
  private static final int DOCUMENTS = 500;
  private static final int BYTES = 8 << 20;

  /** When a document was first stored is not told, so every older index is looked into. */
  private static final StreamWriter.Form<StoredDocument> FORM =
      new StreamWriter.Form<>(StoredDocument::id, document -> Instant.EPOCH, document -> document);

  private final Rest rest;
  private final StreamWriter writer;
  private final DataStreams streams;
  private long stored;
  private long duplicates;
  private long refused;
  private String refusal = "";

  /**
   * Over this connection.
   *
   * @param templates puts the templates in place; called when they are missing
   */
  public IndexFill(Rest rest, BulkLimits limits, Runnable templates) {
    this.rest = rest;
    this.writer = new StreamWriter(rest, new BulkWriter(rest, limits, Pause.SLEEP), templates);
    this.streams = new DataStreams(rest);
  }

  /** Documents that were stored. */
  public long stored() {
    return stored;
  }

  /** Documents that were there before. */
  public long duplicates() {
    return duplicates;
  }

  /** Documents that were refused for good. */
  public long refused() {
    return refused;
  }

  /** Why the first of them was refused; empty if none was. */
  public String refusal() {
    return refusal;
  }

  /**
   * Stores what is in one file and not there yet.
   *
   * @param number which index of its stream it was; each gets one of its own again, so that
   *     retention finds old ones to drop
   */
  public void fill(BackupDirectory from, BackupEntry entry, int number) throws IOException {
    String stream = entry.fact(IndexFile.STREAM);
    try (InputStream in = from.read(entry)) {
      Lines lines = new Lines(in);
      byte[] mapping =
          lines
              .next()
              .orElseThrow(() -> new DamagedBackupException(entry.file() + " has no mapping"));
      prepare(stream, number, mapping);
      long read = documents(stream, lines);
      if (read != entry.items()) {
        throw new DamagedBackupException(
            entry.file() + " has " + read + " documents, " + entry.items() + " by the manifest");
      }
    }
  }

  private void prepare(String stream, int number, byte[] mapping) {
    writer.write(stream, List.<StoredDocument>of(), FORM); // makes the stream
    int indexes = streams.named(stream).map(found -> found.indexes().size()).orElse(1);
    if (indexes <= number) {
      streams.rollOver(stream);
    }
    // A mapping that this version has otherwise is not forced on it: what does not fit is counted.
    IndexMapping.put(rest, stream, mapping)
        .ifPresent(
            reason ->
                System.getLogger(IndexFill.class.getName())
                    .log(System.Logger.Level.DEBUG, "{0} keeps its mapping: {1}", stream, reason));
  }

  private long documents(String stream, Lines lines) throws IOException {
    long read = 0;
    List<StoredDocument> batch = new ArrayList<>(DOCUMENTS);
    int bytes = 0;
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      batch.add(StoredDocument.of(line.get()));
      bytes += line.get().length;
      read++;
      if (batch.size() == DOCUMENTS || bytes >= BYTES) {
        store(stream, batch);
        batch.clear();
        bytes = 0;
      }
    }
    store(stream, batch);
    return read;
  }

  private void store(String stream, List<StoredDocument> batch) {
    if (batch.isEmpty()) {
      return;
    }
    for (BulkItem item : writer.write(stream, batch, FORM)) {
      if (item.stored()) {
        stored++;
      } else if (item.duplicate()) {
        duplicates++;
      } else {
        refused++;
        refusal = refusal.isEmpty() ? item.errorType() + ": " + item.reason() : refusal;
      }
    }
  }

  /**
   * How many documents a stream has, what was just stored included.
   *
   * @throws StoreUnavailableException if OpenSearch does not answer
   */
  public long count(String stream) {
    rest.send(Call.json("POST", "/" + stream + "/_refresh", new byte[0]));
    Answer answer = rest.send(Call.get("/" + stream + "/_count"));
    if (!answer.ok()) {
      throw new StoreUnavailableException(
          "The documents of " + stream + " cannot be counted: " + answer.reason());
    }
    return answer.json().path("count").asLong();
  }
}
