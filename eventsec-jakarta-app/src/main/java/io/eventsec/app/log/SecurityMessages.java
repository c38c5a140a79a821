package io.eventsec.app.log;

/** Who got in and who did not: EVS4001 to EVS4999. */
public enum SecurityMessages implements LogMessage {
  /** Somebody gave a wrong name or password. */
  SIGN_IN_FAILED(
      Entry.info("EVS4001", "A sign-in from {address} failed")
          .cause("The name or the password was wrong, or the account is disabled.")
          .cure("Nothing, if it was a typing error. Many from one address are somebody guessing.")),
  /** Too many wrong passwords. */
  SIGN_IN_THROTTLED(
      Entry.warning("EVS4002", "Sign-ins from {address} are refused: too many failures")
          .cause("An account or an address had five failures within a quarter of an hour.")
          .cure(
              "Wait a quarter of an hour. If it is nobody of yours, block the address in front of the"
                  + " application.")),
  /** The token that reads metrics cannot be read. */
  METRICS_TOKEN_UNUSABLE(
      Entry.error("EVS4101", "The token for metrics in {file} is refused: {reason}")
          .cause("The file of EVENTSEC_METRICS_TOKEN_FILE is missing, unreadable, or not a token.")
          .cure(
              "Write 32 to 256 random characters into it, readable by the application only. It is read"
                  + " again for each call; until then only a session with metrics:read is let in."));

  private final Entry entry;

  SecurityMessages(Entry entry) {
    this.entry = entry;
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
