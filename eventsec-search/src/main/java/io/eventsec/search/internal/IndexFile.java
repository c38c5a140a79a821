package io.eventsec.search.internal;

import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.BackupFile;
import io.eventsec.core.backup.DamagedBackupException;
import io.eventsec.core.spi.StoreUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One index of a data stream as a file: its mapping in the first line, then a document a line. */
public final class IndexFile {
  /** The fact of an entry that tells the data stream. */
  public static final String STREAM = "stream";

  private final Rest rest;
  private final BackupDirectory to;

  /** Writes into that directory. */
  public IndexFile(Rest rest, BackupDirectory to) {
    this.rest = rest;
    this.to = to;
  }

  /**
   * Writes an index.
   *
   * @param stream whose it is
   * @param number which of the stream's it is, in their order
   * @param index its name
   * @return its entry; empty if retention has dropped it meanwhile
   */
  public Optional<BackupEntry> write(String stream, int number, String index) throws IOException {
    Optional<byte[]> mapping = IndexMapping.of(rest, index);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    String name = stream + "." + number + ".ndjson.gz";
    try (BackupFile file = to.write(name)) {
      OutputStream out = file.content();
      out.write(mapping.get());
      out.write('\n');
      long documents = copy(index, out);
      return Optional.of(file.finish(index, documents, Map.of(STREAM, stream)));
    }
  }

  private long copy(String index, OutputStream out) throws IOException {
    long written = 0;
    try (Scroll scroll = new Scroll(rest, index)) {
      for (List<StoredDocument> page = scroll.next(); !page.isEmpty(); page = scroll.next()) {
        for (StoredDocument document : page) {
          document.writeTo(out);
        }
        written += page.size();
      }
      if (written != scroll.total()) {
        throw new StoreUnavailableException(
            index + " has " + scroll.total() + " documents and gave " + written + "; do it again");
      }
    } catch (IllegalArgumentException e) {
      throw new DamagedBackupException(index + ": " + e.getMessage(), e);
    }
    return written;
  }
}
