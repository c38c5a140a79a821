package io.eventsec.cli.backup;

import io.eventsec.persistence.backup.DatabaseBackup;
import io.eventsec.search.SearchBackup;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a backup is made of, in the order it is made and restored in. */
enum Part {
  /** PostgreSQL. First, so that nothing is in it that search does not have. */
  DATABASE(DatabaseBackup.KIND),
  /** OpenSearch. */
  SEARCH(SearchBackup.KIND);

  private final String kind;

  Part(String kind) {
    this.kind = kind;
  }

  /** The manifest's kind, and the name of the part's directory. */
  String kind() {
    return kind;
  }

  /** The options that choose one of them. */
  static final class Choice {
    @Option(names = "--database-only", description = "Only the database.")
    private boolean database;

    @Option(
        names = "--search-only",
        description = "Only search: events, and the copies of alerts that are searched.")
    private boolean search;

    /** Those that are chosen: both, if none is named. */
    static Set<Part> of(@Nullable Choice choice) {
      if (choice == null) {
        return EnumSet.allOf(Part.class);
      }
      return EnumSet.of(choice.database ? DATABASE : SEARCH);
    }
  }
}
