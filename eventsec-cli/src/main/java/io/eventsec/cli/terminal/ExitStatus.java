package io.eventsec.cli.terminal;

/** What the process tells its caller; picocli answers 2 for a command line it can't understand. */
public final class ExitStatus {
  /** All done. */
  public static final int OK = 0;

  /** Something is wrong with what was given, or it failed. */
  public static final int FAILED = 1;

  /** An input cannot be read, or not to its end. */
  public static final int UNREADABLE = 2;

  /** The server refused it; the same again would be refused again. */
  public static final int REFUSED = 3;

  /** The server was not to be reached for as long as was waited. */
  public static final int UNREACHABLE = 4;

  private ExitStatus() {}
}
