package io.eventsec.search;

import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.BackupManifest;
import io.eventsec.core.backup.DamagedBackupException;
import io.eventsec.search.internal.IndexFile;
import io.eventsec.search.internal.IndexFill;
import io.eventsec.search.internal.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings events and copies of alerts back, by {@code create} under their ids: what is there already
 * stays and is not there twice, so that an interrupted restore is simply done again. Templates are
 * put in place first. A batch of documents is in memory at a time. Safe to share between threads;
 * does not own the connection.
 */
public final class SearchRestore {
  private final OpenSearchTemplates templates;

  /** Over this connection, with {@link TemplateSettings#DEFAULT}. */
  public SearchRestore(OpenSearchConnection connection) {
    this.templates = new OpenSearchTemplates(connection);
  }

  /**
   * What became of the documents.
   *
   * @param stored those that were stored
   * @param duplicates those that were there before
   * @param refused those that OpenSearch does not take
   * @param refusal why the first of them was refused; empty if none was
   */
  public record Report(long stored, long duplicates, long refused, String refusal) {}

  /**
   * Restores it.
   *
   * @param directory as {@link SearchBackup} left it; every byte is checked before anything is
   *     stored
   * @throws DamagedBackupException if the backup is not whole
   * @throws IOException if the files cannot be read
   * @throws io.eventsec.core.spi.StoreUnavailableException if OpenSearch does not answer, or has
   *     less than it has acknowledged
   */
  public Report restore(Path directory) throws IOException {
    BackupDirectory from = BackupDirectory.at(directory);
    BackupManifest manifest = from.verified(SearchBackup.KIND);
    manifest.entries().forEach(SearchRestore::requireOurs);
    templates.install();
    IndexFill fill =
        new IndexFill(
            templates.connection().rest(), BulkSettings.DEFAULT.limits(), templates::install);
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Long> documents = new HashMap<>();
    for (BackupEntry entry : manifest.entries()) {
      String stream = entry.fact(IndexFile.STREAM);
      int number = numbers.merge(stream, 1, Integer::sum) - 1;
      documents.merge(stream, entry.items(), Long::sum);
      fill.fill(from, entry, number);
    }
    if (fill.refused() == 0) {
      documents.forEach((stream, wanted) -> requireAll(fill, stream, wanted));
    }
    return new Report(fill.stored(), fill.duplicates(), fill.refused(), fill.refusal());
  }

  private static void requireOurs(BackupEntry entry) {
    String stream = entry.fact(IndexFile.STREAM);
    for (String prefix : List.of(Names.EVENTS, Names.ALERTS)) {
      if (stream.matches(prefix + "-[a-z0-9][a-z0-9_-]{0,63}")) {
        return;
      }
    }
    throw new DamagedBackupException(
        "'" + stream + "' is no data stream of EVENTSEC; the manifest was changed");
  }

  private static void requireAll(IndexFill fill, String stream, long wanted) {
    long there = fill.count(stream);
    if (there < wanted) {
      throw new io.eventsec.core.spi.StoreUnavailableException(
          stream + " has " + there + " documents after " + wanted + " were stored; do it again");
    }
  }
}
