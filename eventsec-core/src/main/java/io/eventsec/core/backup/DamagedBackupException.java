package io.eventsec.core.backup;

/**
 * Thrown for a backup that cannot be used: a file is missing or another than was written, or the
 * manifest is not one that this build understands. Nothing has been restored from it.
 */
public final class DamagedBackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for a person. */
  public DamagedBackupException(String message) {
    super(message);
  }

  /** With the reason, for a person, and its cause. */
  public DamagedBackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
