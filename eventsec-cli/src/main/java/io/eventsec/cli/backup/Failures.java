package io.eventsec.cli.backup;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.backup.DamagedBackupException;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.backup.RestoreRefusedException;
import io.eventsec.persistence.schema.SchemaMismatchException;
import java.io.IOException;

/** What went wrong, for a person. */
final class Failures {
  private Failures() {}

  /** Some work on the stores. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Does it, and says what to do if it fails. */
  static void told(Work work) {
    try {
      work.run();
    } catch (StoreUnavailableException e) {
      throw failed(ExitStatus.UNREACHABLE, e, "start what does not answer, and try again");
    } catch (DamagedBackupException | RestoreRefusedException | SchemaMismatchException e) {
      throw failed(ExitStatus.FAILED, e, "");
    } catch (IllegalStateException | IllegalArgumentException e) {
      // What a store refuses for good: a right that is missing, a table that was changed by hand.
      throw failed(ExitStatus.FAILED, e, "mend what it names, and try again");
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the backup's files can't be used: " + e,
          "see that the disk has room and that this user may read and write there",
          e);
    }
  }

  private static CommandFailedException failed(int status, RuntimeException e, String cure) {
    return new CommandFailedException(status, String.valueOf(e.getMessage()), cure, e);
  }
}
