package io.eventsec.core.vuln.osv;

import java.io.IOException;

/**
 * A look-up did not come to its end. What was found until then is worth nothing: what is missing
 * would seem safe. The message names the address, what happened and the cure.
 */
public final class OsvLookupException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public OsvLookupException(String message) {
    super(message);
  }
}
