package io.eventsec.search;

import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.BackupManifest;
import io.eventsec.search.internal.DataStreams;
import io.eventsec.search.internal.IndexFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes all events and all copies of alerts, each index as it is at the moment its turn comes,
 * while the application goes on. A page of documents is in memory at a time. Safe to share between
 * threads; does not own the connection.
 */
public final class SearchBackup {
  /** The manifest's kind. */
  public static final String KIND = "search";

  private final OpenSearchConnection connection;

  /** Over this connection. */
  public SearchBackup(OpenSearchConnection connection) {
    this.connection = connection;
  }

  /**
   * Writes it.
   *
   * @param directory a new directory, made here
   * @param at when the backup was begun
   * @param by product and version
   * @throws IOException if the files cannot be written
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer, or not
   *     with all
   */
  public BackupManifest write(Path directory, Instant at, String by) throws IOException {
    BackupDirectory to = BackupDirectory.create(directory);
    DataStreams streams = new DataStreams(connection.rest());
    IndexFile files = new IndexFile(connection.rest(), to);
    List<BackupEntry> entries = new ArrayList<>();
    for (StreamKind kind : StreamKind.values()) {
      for (DataStreams.Stream stream : streams.startingWith(kind.prefix())) {
        streams.refresh(stream.name());
        int number = 0;
        for (String index : stream.indexes()) {
          files.write(stream.name(), number++, index).ifPresent(entries::add);
        }
      }
    }
    BackupManifest manifest = new BackupManifest(KIND, at, by, Map.of(), entries);
    to.complete(manifest);
    return manifest;
  }
}
