package io.eventsec.cli.follow;

import io.eventsec.cli.send.Attempt;

/** The server refuses a batch, and the same again until somebody mends something. */
final class BatchRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  BatchRefusedException(Attempt.Refused refused) {
    super(
        "the server refuses it and is asked again in a while: "
            + refused.reason()
            + ". What to do: "
            + refused.cure(),
        null,
        false,
        false);
  }
}
