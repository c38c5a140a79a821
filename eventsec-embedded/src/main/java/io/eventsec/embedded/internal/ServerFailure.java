package io.eventsec.embedded.internal;

/** A server could not be prepared, started or stopped: what happened, and what to do about it. */
public final class ServerFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String cure;

  /**
   * A failure without a cause in Java.
   *
   * @param problem what failed and why, naming the offending value
   * @param cure what the reader can do
   */
  public ServerFailure(String problem, String cure) {
    super(problem);
    this.cure = cure;
  }

  /** A failure caused by {@code cause}, whose text becomes part of the problem. */
  public ServerFailure(String problem, String cure, Exception cause) {
    super(problem + ": " + cause, cause);
    this.cure = cure;
  }

  /** What failed and why. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** What the reader can do. */
  public String cure() {
    return cure;
  }
}
