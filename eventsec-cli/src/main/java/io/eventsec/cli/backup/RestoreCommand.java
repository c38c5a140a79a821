package io.eventsec.cli.backup;

import io.eventsec.cli.backup.Part.Choice;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.cli.up.Stores;
import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupManifest;
import io.eventsec.persistence.backup.DatabaseRestore;
import io.eventsec.search.SearchRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eventsec restore}: a backup into an empty database and into search. */
@Command(
    name = "restore",
    description = {
      "Fill an empty database, and search, from a backup. EVENTSEC must not run meanwhile.",
      "EVENTSEC_DB_URL and EVENTSEC_OPENSEARCH_URL name the stores as for 'up'; without them"
          + " they are made in --data.",
      "The database is restored as a whole or not at all. Search can be restored again: what is"
          + " there is not stored twice.",
      "Status 4 if a store is not to be reached."
    })
public final class RestoreCommand extends TerminalCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The installation to make. Default: .eventsec in your home directory.")
  private Path data = Path.of(System.getProperty("user.home"), ".eventsec");

  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  @Parameters(paramLabel = "BACKUP", description = "The directory that 'eventsec backup' wrote.")
  private Path source = Path.of("");

  @Override
  public Integer call() {
    Failures.told(this::restore);
    return ExitStatus.OK;
  }

  private void restore() throws IOException {
    Path whole = source.toAbsolutePath().normalize();
    BackupManifest manifest = BackupDirectory.at(whole).verified("backup");
    Set<Part> parts = chosen(manifest);
    terminal().print("Backup of " + manifest.madeAt() + " by " + manifest.madeBy());
    for (Part part : parts) {
      // Before anything is touched: one that is damaged is found now, not half-way.
      BackupDirectory.at(whole.resolve(part.kind())).verified(part.kind());
    }
    try (Stores stores = Stores.toFill(data, System.getenv(), terminal())) {
      if (parts.contains(Part.DATABASE)) {
        database(stores, whole.resolve(Part.DATABASE.kind()));
      }
      if (parts.contains(Part.SEARCH)) {
        search(stores, whole.resolve(Part.SEARCH.kind()));
      }
    }
  }

  /** Those that are asked for; all there are if none is named. */
  private Set<Part> chosen(BackupManifest manifest) {
    Set<Part> parts = Choice.of(choice);
    for (Part part : Set.copyOf(parts)) {
      boolean there =
          manifest.entries().stream().anyMatch(entry -> entry.name().equals(part.kind()));
      if (!there && choice != null) {
        throw new CommandFailedException(
            ExitStatus.FAILED,
            "the backup has no part '" + part.kind() + "'",
            "name one that has, or leave the option out");
      }
      if (!there) {
        parts.remove(part);
      }
    }
    return parts;
  }

  private void database(Stores stores, Path directory) throws IOException {
    DatabaseRestore restore = new DatabaseRestore(stores.database());
    long began = System.nanoTime();
    BackupManifest restored = restore.restore(directory);
    print(
        "Database",
        String.format(
            Locale.ROOT, "%,d rows in %d tables", restored.items(), restored.entries().size()),
        began);
  }

  private void search(Stores stores, Path directory) throws IOException {
    SearchRestore restore = new SearchRestore(stores.search());
    long began = System.nanoTime();
    SearchRestore.Report report = restore.restore(directory);
    print(
        "Search",
        String.format(
            Locale.ROOT,
            "%,d documents, %,d more were there before",
            report.stored(),
            report.duplicates()),
        began);
    if (report.refused() > 0) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          report.refused() + " documents were refused, the first with: " + report.refusal(),
          "mend what it names and run it again with --search-only");
    }
  }

  private void print(String part, String what, long began) {
    terminal()
        .print(
            String.format(
                Locale.ROOT, "  %-12s %s, %.1f s", part, what, (System.nanoTime() - began) / 1e9));
  }
}
