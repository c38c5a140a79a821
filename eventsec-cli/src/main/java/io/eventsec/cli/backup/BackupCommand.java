package io.eventsec.cli.backup;

import io.eventsec.cli.backup.Part.Choice;
import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.cli.up.Stores;
import io.eventsec.core.backup.BackupDirectory;
import io.eventsec.core.backup.BackupEntry;
import io.eventsec.core.backup.BackupManifest;
import io.eventsec.persistence.backup.DatabaseBackup;
import io.eventsec.search.SearchBackup;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eventsec backup}: both stores into a new directory. */
@Command(
    name = "backup",
    description = {
      "Write database and search into a new directory, while EVENTSEC runs or while it does not.",
      "EVENTSEC_DB_URL and EVENTSEC_OPENSEARCH_URL name the stores as for 'up'; without them"
          + " they are those of --data.",
      "Status 4 if a store is not to be reached."
    })
public final class BackupCommand extends TerminalCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The installation. Default: .eventsec in your home directory.")
  private Path data = Path.of(System.getProperty("user.home"), ".eventsec");

  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  @Parameters(
      paramLabel = "BACKUP",
      description = "The directory to write; it must not be there. Only you may read it.")
  private Path target = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path whole = target.toAbsolutePath().normalize();
    if (Files.exists(whole)) {
      throw new CommandFailedException(
          ExitStatus.FAILED, whole + " is there already", "name a directory that is not there yet");
    }
    Failures.told(() -> write(whole));
    return ExitStatus.OK;
  }

  private void write(Path whole) throws IOException {
    BackupDirectory draft = draft(whole);
    boolean done = false;
    try (Stores stores = Stores.toRead(data, System.getenv(), terminal())) {
      BackupManifest manifest = write(draft, stores);
      draft.complete(manifest);
      draft.moveTo(whole);
      done = true;
      terminal().print("Backup: " + whole);
    } finally {
      if (!done) {
        Trees.delete(draft.path());
      }
    }
  }

  /** Under another name until it is whole: a backup that is half written never looks like one. */
  private static BackupDirectory draft(Path whole) throws IOException {
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Files.createDirectories(part.getParent());
      return BackupDirectory.create(part);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          part + " is there: a backup is being written, or was interrupted",
          "if none is being written, remove it",
          e);
    }
  }

  private BackupManifest write(BackupDirectory draft, Stores stores) throws IOException {
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<BackupEntry> parts = new ArrayList<>();
    for (Part part : Part.Choice.of(choice)) {
      BackupManifest written =
          part == Part.DATABASE ? database(draft, stores, at) : search(draft, stores, at);
      parts.add(draft.entryOf(written));
    }
    return new BackupManifest("backup", at, version(), Map.of(), parts);
  }

  private BackupManifest database(BackupDirectory draft, Stores stores, Instant at)
      throws IOException {
    DatabaseBackup backup = new DatabaseBackup(stores.database());
    long began = System.nanoTime();
    BackupManifest written = backup.write(directory(draft, Part.DATABASE), at, version());
    terminal().print(line(Part.DATABASE, written, began));
    return written;
  }

  private BackupManifest search(BackupDirectory draft, Stores stores, Instant at)
      throws IOException {
    SearchBackup backup = new SearchBackup(stores.search());
    long began = System.nanoTime();
    BackupManifest written = backup.write(directory(draft, Part.SEARCH), at, version());
    terminal().print(line(Part.SEARCH, written, began));
    return written;
  }

  private static Path directory(BackupDirectory draft, Part part) {
    return draft.path().resolve(part.kind());
  }

  private static String line(Part part, BackupManifest written, long began) {
    return String.format(
        Locale.ROOT,
        "  %-12s %,d %s in %d %s, %,d KiB, %.1f s",
        part == Part.DATABASE ? "Database" : "Search",
        written.items(),
        part == Part.DATABASE ? "rows" : "documents",
        written.entries().size(),
        part == Part.DATABASE ? "tables" : "indexes",
        (written.bytes() + 1023) / 1024,
        (System.nanoTime() - began) / 1e9);
  }

  private String version() {
    CommandSpec known = spec;
    try {
      String[] lines =
          known == null || known.root().versionProvider() == null
              ? new String[0]
              : known.root().versionProvider().getVersion();
      return lines.length == 0 ? "eventsec" : lines[0];
    } catch (Exception e) { // as picocli declares it; a backup without it is as good
      return "eventsec";
    }
  }
}
