package io.eventsec.persistence.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journal's partitions in words, for a backup; rows need them before they can be restored. */
public final class JournalLayout {
  private static final String FACT = "partition.";
  private static final Pattern NAME = Pattern.compile("journal_p\\d{1,18}");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  private JournalLayout() {}

  /** Each partition's range under {@code partition.<name>}; none if the journal has none. */
  public static Map<String, String> of(Connection connection) throws SQLException {
    Map<String, String> layout = new TreeMap<>();
    for (JournalPartition partition : JournalPartitions.all(connection)) {
      layout.put(FACT + partition.name(), partition.first() + "-" + partition.end());
    }
    return layout;
  }

  /**
   * Makes those partitions; other facts are passed over. The caller keeps everybody else from the
   * journal.
   *
   * @throws IllegalArgumentException if one of them cannot be a partition
   */
  public static void make(Connection connection, Map<String, String> layout) throws SQLException {
    for (Map.Entry<String, String> fact : new TreeMap<>(layout).entrySet()) {
      if (fact.getKey().startsWith(FACT)) {
        JournalPartition partition =
            partition(fact.getKey().substring(FACT.length()), fact.getValue());
        if (!JournalPartitions.there(connection, partition)) {
          JournalPartitions.make(connection, partition);
        }
      }
    }
  }

  private static JournalPartition partition(String name, String range) {
    Matcher matcher = RANGE.matcher(range);
    if (!NAME.matcher(name).matches() || !matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' with the range '" + range + "' is no partition of the journal");
    }
    return new JournalPartition(
        name, Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }
}
