package io.eventsec.search;

/**
 * Thrown when OpenSearch could not finish a query in the time allowed; nothing partial is shown. A
 * shorter time range or another filter helps.
 */
public final class SearchTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for a person. */
  public SearchTimeoutException(String message) {
    super(message);
  }
}
