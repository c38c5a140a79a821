package io.eventsec.embedded;

import io.eventsec.embedded.internal.ServerFailure;

/**
 * An embedded server could not be started, stopped or asked. The message tells what failed, why
 * (with the last lines of the server's log where there are any) and what to do.
 */
public final class EmbeddedServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String cure;

  /**
   * Creates the exception.
   *
   * @param what what failed, as the beginning of a sentence: "PostgreSQL did not start"
   * @param why the reason
   * @param cure what the reader can do
   * @param cause the Java cause
   */
  public EmbeddedServerException(String what, String why, String cure, Throwable cause) {
    super(what + ": " + why + "\nWhat to do: " + cure + ".", cause);
    this.cure = cure;
  }

  static EmbeddedServerException of(String what, ServerFailure failure) {
    return new EmbeddedServerException(what, failure.problem(), failure.cure(), failure);
  }

  /** What the reader can do about it, in one sentence without a full stop. */
  public String cure() {
    return cure;
  }
}
