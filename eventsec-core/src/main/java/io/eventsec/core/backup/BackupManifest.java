package io.eventsec.core.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is in a backup, or in a part of one. Immutable.
 *
 * @param kind what it is of: {@code database}, {@code search}, or {@code backup} for the whole
 * @param madeAt when it was begun
 * @param madeBy product and version
 * @param facts what is to be known of all of it
 * @param entries its files
 */
public record BackupManifest(
    String kind,
    Instant madeAt,
    String madeBy,
    Map<String, String> facts,
    List<BackupEntry> entries) {
  /** The version of the format that this build writes and reads. */
  public static final int FORMAT = 1;

  /** Copies the collections. */
  public BackupManifest {
    facts = Map.copyOf(facts);
    entries = List.copyOf(entries);
  }

  /** How many things are in all files together. */
  public long items() {
    return entries.stream().mapToLong(BackupEntry::items).sum();
  }

  /** How long all files are together. */
  public long bytes() {
    return entries.stream().mapToLong(BackupEntry::bytes).sum();
  }

  /**
   * One of the facts.
   *
   * @throws DamagedBackupException if it is not told
   */
  public String fact(String key) {
    String value = facts.get(key);
    if (value == null) {
      throw new DamagedBackupException("The backup's part " + kind + " does not tell its " + key);
    }
    return value;
  }
}
