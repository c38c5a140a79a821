package io.eventsec.app.log;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it is logged: its stack and its causes, with their texts made printable, for they
 * can quote what came from outside.
 */
final class PrintableFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1000;
  private static final int DEPTH = 20;

  private final String name;

  private PrintableFailure(Throwable original, @Nullable Throwable cause) {
    super(text(original), cause, false, true);
    this.name = original.getClass().getName();
    setStackTrace(original.getStackTrace());
  }

  static Throwable of(Throwable original) {
    return of(original, DEPTH);
  }

  private static PrintableFailure of(Throwable original, int depth) {
    Throwable cause = original.getCause();
    return new PrintableFailure(
        original, cause == null || depth == 0 ? null : of(cause, depth - 1));
  }

  private static @Nullable String text(Throwable original) {
    String message = original.getMessage();
    return message == null ? null : Printable.of(message, LONGEST);
  }

  /** Names the original's class; this one would tell nobody anything. */
  @Override
  public String toString() {
    return getMessage() == null ? name : name + ": " + getMessage();
  }
}
