package io.eventsec.cli.terminal;

/** A command can't go on: what happened, what to do, and the status to exit with. */
public final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String cure;
  private final int status;

  /**
   * A failure to tell the user about.
   *
   * @param status one of {@link ExitStatus}
   * @param problem what happened, naming the offending value; a sentence without its full stop
   * @param cure what the user can do; a sentence without its full stop, or empty
   */
  public CommandFailedException(int status, String problem, String cure) {
    super(problem);
    this.status = status;
    this.cure = cure;
  }

  /** The same, keeping what caused it. */
  public CommandFailedException(int status, String problem, String cure, Throwable cause) {
    super(problem, cause);
    this.status = status;
    this.cure = cure;
  }

  /** The exit status. */
  public int status() {
    return status;
  }

  /** What the user can do; may be empty. */
  public String cure() {
    return cure;
  }
}
