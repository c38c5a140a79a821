package io.eventsec.persistence.secret;

/** Thrown for a file that holds no secret, or none that can be read. */
public final class UnusableSecretException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableSecretException(String rule) {
    super(rule);
  }

  /** What is wrong with the file, in the words that follow its name: "is empty". */
  public String rule() {
    return String.valueOf(getMessage());
  }
}
