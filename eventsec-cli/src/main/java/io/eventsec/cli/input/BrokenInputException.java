package io.eventsec.cli.input;

import java.io.IOException;

/** An input cannot be read from some place on; what came before it was sound. */
public final class BrokenInputException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
