package io.eventsec.search;

/**
 * Thrown when a query breaks a rule: a value that its field cannot have, a cursor that is none, too
 * much text. The message names the value, the rule and the cure and is fit for the person who
 * asked.
 */
public final class InvalidQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String part;

  /**
   * With the part of the query it is about.
   *
   * @param part {@code text}, {@code filter}, {@code cursor}, {@code limit} or {@code time}
   */
  public InvalidQueryException(String part, String message) {
    super(message);
    this.part = part;
  }

  /** The part of the query it is about. */
  public String part() {
    return part;
  }
}
