package io.eventsec.core.backup;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of a backup. Immutable.
 *
 * @param file its name below the backup's directory, with at most one {@code /}
 * @param name what is in it, say a table
 * @param items how many things are in it: rows, documents
 * @param bytes how long it is, at least 0
 * @param sha256 the digest of these bytes, 64 hexadecimal digits
 * @param facts what else is to be known of it
 */
public record BackupEntry(
    String file, String name, long items, long bytes, String sha256, Map<String, String> facts) {
  private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]{0,200}";
  private static final Pattern FILE = Pattern.compile(PART + "(/" + PART + ")?");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the bounds and copies the facts.
   *
   * @throws IllegalArgumentException if the file's name might lead out of the directory, or a
   *     number or the digest cannot be
   */
  public BackupEntry {
    if (!FILE.matcher(file).matches()) {
      throw new IllegalArgumentException("'" + file + "' is no name of a backup's file");
    }
    if (items < 0 || bytes < 0 || !DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          file + " cannot have " + items + " items, " + bytes + " bytes and digest " + sha256);
    }
    facts = Map.copyOf(facts);
  }

  /**
   * One of the facts.
   *
   * @throws DamagedBackupException if it is not told
   */
  public String fact(String key) {
    String value = facts.get(key);
    if (value == null) {
      throw new DamagedBackupException("The backup does not tell " + key + " of " + file);
    }
    return value;
  }
}
