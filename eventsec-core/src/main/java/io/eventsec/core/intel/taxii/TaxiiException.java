package io.eventsec.core.intel.taxii;

import java.time.Duration;
import java.util.Optional;

/** Thrown, or told, when a server of TAXII does not answer as it should. */
public final class TaxiiException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Optional<Duration> retryAfter;

  TaxiiException(String message, int status, Optional<Duration> retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  TaxiiException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
    this.retryAfter = Optional.empty();
  }

  /** The status of HTTP; 0 if there was no answer. */
  public int status() {
    return status;
  }

  /** When the server wants to be asked again; empty if it does not say. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
